import { blankNamed, blanksFor, hasLooseBrace, namesIn, nearestBlank } from './blanks.ts'
import { mostOf, type Part, PARTS, type Parts, type Purpose } from './purposes.ts'

/** What is wrong with one part. An unknown blank is named, with the one that was probably meant. */
export type PartFault = { part: Part } & (
  | { problem: 'missing' | 'tooLong' | 'looseBrace' }
  | { problem: 'unknownBlank' | 'blankNotHere'; name: string; nearest: string }
)

/** Why a template cannot be kept as it is: every part must say something, and have only blanks that can be filled there. */
export const faultsIn = (purpose: Purpose, parts: Parts): PartFault[] =>
  PARTS[purpose].flatMap((part): PartFault[] => {
    const text = parts[part]?.trim() ?? ''
    if (text === '') return [{ part, problem: 'missing' }]
    if (text.length > mostOf(purpose)) return [{ part, problem: 'tooLong' }]
    if (hasLooseBrace(text)) return [{ part, problem: 'looseBrace' }]
    return [...new Set(namesIn(text))].flatMap((name): PartFault[] => {
      const named = blankNamed(name)
      if (named && blanksFor(purpose).includes(named.blank)) return []
      const problem = named ? 'blankNotHere' : 'unknownBlank'
      return [{ part, problem, name, nearest: nearestBlank(name, purpose) }]
    })
  })
