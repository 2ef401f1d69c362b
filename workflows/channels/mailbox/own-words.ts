import { addedByMachine, footers } from './added-by-machine.ts'
import { linesApart } from './attributions.ts'
import { earlierMails } from './earlier-mails.ts'
import { cardsAtTheEnd, signaturesByMark } from './signatures.ts'
import { isBlank, type Kind, type Stretch } from './stretch.ts'

/**
 * Tells what the person wrote from what came with it, by what the lines show: an address, a date, a number, where they
 * stand. A line that shows nothing is the person's own. The stretches in their order are the whole text, with one more
 * line where words and the head of a quote stood on one; `own` may be missing, as in a mail that was only passed on.
 */
export function ownWords(text: string): Stretch[] {
  const lines = linesApart(text)
  const kinds: Kind[] = lines.map(() => 'own')
  addedByMachine(lines, kinds)
  earlierMails(lines, kinds)
  footers(lines, kinds)
  signaturesByMark(lines, kinds)
  cardsAtTheEnd(lines, kinds)
  return joined(lines, kinds)
}

/** The person’s own words alone, without quotes, cards and footers. */
export const ownText = (text: string): string =>
  ownWords(text)
    .flatMap((stretch) => (stretch.is === 'own' ? [stretch.text] : []))
    .join('\n')
    .trim()

/** Neighbours of one kind in one stretch; blank lines belong to what stands before them. */
function joined(lines: readonly string[], kinds: readonly Kind[]): Stretch[] {
  const stretches: { is: Kind; lines: string[] }[] = []
  for (const [at, line] of lines.entries()) {
    const last = stretches.at(-1)
    const is = isBlank(line) && last ? last.is : (kinds[at] ?? 'own')
    if (last?.is === is) last.lines.push(line)
    else stretches.push({ is, lines: [line] })
  }
  return stretches.map(({ is, lines: own }) => ({ is, text: own.join('\n') }))
}
