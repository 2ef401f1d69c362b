import type { StopStanding } from '#app/ui/track-lane.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'

/** A word of `desk:case.ribbon` and what it is filled with. */
export type StopWord = { word: string; number?: string; days?: number }
export type CaseStop = {
  key: string
  title: StopWord
  day: string | null
  until: string | null
  standing: StopStanding
}
type Letter = CasePage['letters'][number]

/** What has been and what is to come on one side, in the order of its days. */
export function stopsOf(page: CasePage, track: 'territory' | 'department'): CaseStop[] {
  return page.letters.filter((letter) => letter.track === track).flatMap((letter) => stopsOfLetter(page, letter))
}

function stopsOfLetter(page: CasePage, letter: Letter): CaseStop[] {
  const { id, number, superseded } = letter
  const past = [
    done(`${id} issued`, { word: 'issued', number }, letter.issuedOn),
    ...(letter.acknowledgedOn ? [done(`${id} acknowledged`, { word: 'acknowledged' }, letter.acknowledgedOn)] : []),
    ...letter.objections.flatMap(({ on, ruling }, at) => [
      done(`${id} objected ${at}`, { word: 'objected' }, on),
      ...(ruling ? [done(`${id} ruled ${at}`, { word: ruling }, null)] : []),
    ]),
    ...letter.extensions.flatMap(({ on, days, granted }, at) => [
      done(`${id} asked ${at}`, { word: 'extension', days }, on),
      ...(granted === null ? [] : [done(`${id} given ${at}`, { word: granted ? 'granted' : 'refused', days }, null)]),
    ]),
    ...letter.results.flatMap(({ id: result, on, returned }) => [
      done(result, { word: 'submitted' }, on),
      ...(returned ? [done(`${result} returned`, { word: 'returned' }, null)] : []),
    ]),
  ]
  if (superseded) return [...past, done(`${id} superseded`, { word: 'superseded', number }, null)]
  return [...past, ...toCome(page, letter)]
}

/** The live dates of the letter that somebody owes. */
function toCome(page: CasePage, { id, track }: Letter): CaseStop[] {
  const owed = { acknowledgement: 'notAcknowledged', ruling: 'awaitsRuling', rectification: 'due' }
  return page.dates.flatMap(({ name, track: side, dueOn, state }): CaseStop[] => {
    const word = Object.entries(owed).find(([date]) => date === name)?.[1]
    if (side !== track || !word) return []
    // what stands still has no day
    if (state === 'paused')
      return [{ key: `${id} ${name}`, title: { word: 'still' }, day: null, until: null, standing: 'ahead' }]
    const standing =
      dueOn < page.today ? ('late' as const) : name === 'rectification' ? ('ahead' as const) : ('now' as const)
    return [{ key: `${id} ${name}`, title: { word }, day: null, until: dueOn, standing }]
  })
}

const done = (key: string, title: StopWord, day: string | null): CaseStop => ({
  key,
  title,
  day,
  until: null,
  standing: 'done',
})
