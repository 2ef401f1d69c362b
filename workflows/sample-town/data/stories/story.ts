/** One page of results from one side. */
export type ResultTexts = { facts: string; measures: string; effect: string; prevention: string }

/** A fictional report, and what the people of the sample town say and write about it along its way. */
export type Story = {
  /** for the script that drives it; never shown */
  id: string
  channel: 'web' | 'mailbox' | 'hotline'
  text: string
  /** the optional fields of the form, in the reporter's words */
  place?: string
  unit?: string
  happened?: string
  noDispatch?: true
  /** the story this one repeats: to be merged into it */
  sameMatterAs?: string
  kind: string
  placeUnitCode: string | null
  accusedUnitCodes: readonly string[]
  /** written for dispatch: nothing of the reporter's own words */
  brief: string
  finding: 'substantiated' | 'partlySubstantiated' | 'unsubstantiated' | 'unverifiable'
  grounds: string
  /** a person or unit was harmed by what turned out untrue */
  harm?: true
  results?: { territory: ResultTexts; department: ResultTexts; upkeep: string }
  reply?: string
  /** what the reporter adds when asked, says when dissatisfied, when withdrawing, or about reprisal */
  supplement?: string
  rating?: string
  withdrawn?: string
  reprisal?: string
  refusal?: { reason: 'individualPetition' | 'livelihood' | 'crime'; text: string }
}
