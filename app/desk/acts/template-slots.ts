import { type Track, TRACKS } from '#workflows/case/names.ts'
import type { FilledTemplate } from '#workflows/reading/case-templates.ts'
import { PARTS, type Purpose } from '#workflows/templates/purposes.ts'
import type { DeskAct } from './act-fields.ts'

/** A place in a form that a template can fill: which fields its parts go into, and where the reason it brings goes. */
export type Slot = {
  purpose: Purpose
  track: Track | null
  /** what stands before the name of each part */
  prefix: string
  brings?: 'reason' | 'ground'
  /** the form begins with the best template; elsewhere with nothing, until one is chosen */
  prefilled: boolean
}

/** The places of an act's form; most acts have none. `track`: the side the form is about. */
export function slotsOf(type: DeskAct, track: Track | null): readonly Slot[] {
  switch (type) {
    case 'proposeRefusal':
      return [{ purpose: 'refusal', track: null, prefix: '', brings: 'reason', prefilled: false }]
    case 'askForMore':
      return [{ purpose: 'question', track: null, prefix: '', prefilled: false }]
    case 'issueLetters':
      return TRACKS.map((side) => ({ purpose: 'letter', track: side, prefix: `letters.${side}.`, prefilled: true }))
    case 'amendLetter':
      return [{ purpose: 'letter', track, prefix: '', prefilled: false }]
    case 'draftReply':
      return [{ purpose: 'reply', track: null, prefix: '', prefilled: true }]
    case 'proposeNoReply':
      return [{ purpose: 'noReply', track: null, prefix: '', brings: 'ground', prefilled: false }]
    default:
      return []
  }
}

/** The field above which the choice of a template stands. */
export const firstFieldOf = ({ purpose, prefix, brings }: Slot): string => brings ?? `${prefix}${PARTS[purpose][0]}`

/** What can be chosen in a slot, the best first. */
export const fitting = (slot: Slot, templates: readonly FilledTemplate[]): FilledTemplate[] =>
  templates.filter(({ purpose, track }) => purpose === slot.purpose && track === slot.track)

/** The template whose words a slot begins with: the one that was asked for, else the best where the form is prefilled. */
export function beginsWith(slot: Slot, templates: readonly FilledTemplate[], asked: readonly string[]) {
  const fit = fitting(slot, templates)
  return fit.find(({ id }) => asked.includes(id)) ?? (slot.prefilled ? fit[0] : undefined)
}

/** The words of a template by the field of the form they go into. */
export const wordsInto = (slot: Slot, { parts, brings }: FilledTemplate): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(parts).map(([part, text]) => [`${slot.prefix}${part}`, text])),
  ...(slot.brings && brings ? { [slot.brings]: brings } : {}),
})
