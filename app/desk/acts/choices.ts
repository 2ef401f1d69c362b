import type { Finding, Track } from '#workflows/case/names.ts'
import type { FilledTemplate } from '#workflows/reading/case-templates.ts'

/** What the forms of the acts offer to pick from, and what is already written; filled by the reading of the case page. */
export type Choices = {
  /** `name` begins with the code */
  kinds: { code: string; name: string; complexity: 'easy' | 'standard' | 'complex' }[]
  /** the names of all open units, in the order of the tree: they are typed, and suggested while one types */
  units: readonly string[]
  /** what the units are called that the forms begin with, by id */
  unitNames: Readonly<Record<string, string>>
  classified: {
    kind: string | null
    complexity: 'easy' | 'standard' | 'complex' | null
    place: string | null
    /** nobody has said the place yet: it is what the text names */
    placeIsGuess?: boolean
  }
  accused: string[]
  provisional: string[]
  /** officers accused by name, for who may say that they are not meant */
  accusedPeople: readonly { id: string; name: string }[]
  /** where the rules would send the two letters, with the reason for each */
  proposal: { territory: string | null; department: string | null; lead: Track | null; reasons: Reason[] }
  /** `deputy`: who stands in for them, where they are away */
  colleagues: { id: string; name: string; unit: string; deputy: string | null }[]
  /** who may be named in a note */
  mentionable: { id: string; name: string; login: string; unit: string }[]
  /** the report in the reporter's own words, where this officer reads them */
  report: string | null
  /** the texts that can be begun from, filled from this case, the best first */
  templates: readonly FilledTemplate[]
  /** open cases this one may be merged into, newest first */
  mergeInto: { id: string; number: string; kind: string | null; place: string | null }[]
  brief: {
    text: string
    territory: string | null
    department: string | null
    lead: Track | null
    objectUntil: string | null
  } | null
  letters: { track: Track; number: string; unit: string; task: string; quality: string; feedbackStandard: string }[]
  /** what the first person wrote, for the second to read before signing */
  waiting: {
    kind: 'refusal' | 'reply' | 'noReply' | 'override' | 'finding'
    text: string
    reason: string | null
  } | null
  results: {
    track: Track
    unit: string
    facts: string
    measures: string
    effect: string
    prevention: string
    upkeep: string | null
  }[]
  /** what an order on a side begins with */
  orders: { track: Track; text: string }[]
  /** what a unit asked for and somebody has to rule on; `superior`: whose ruling on a dispute it is */
  asked: {
    track: Track
    kind: 'objection' | 'extension'
    unit: string
    text: string
    days: number
    superior: string | null
  }[]
  finding: Finding | null
  /** the day in the town: nothing was seen after it */
  today: string
  mode: 'verifyFirst' | 'assignToVerify'
}
/** A code of `assignment/propose.ts`, with the unit it is about by name. */
export type Reason = { code: string; unit: string | null }
