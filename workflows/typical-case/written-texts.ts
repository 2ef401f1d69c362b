import type { TypicalCaseEvent, TypicalCaseEventType } from './events.ts'

/** Every text that an act on a typical case carries: what the public will read, and what editors say to each other. */
export const TYPICAL_CASE_TEXTS: {
  readonly [T in TypicalCaseEventType]?: Readonly<Record<string, 'out' | 'office'>>
} = {
  draft: { title: 'out', body: 'out' },
  returnDraft: { text: 'office' },
  correct: { title: 'out', body: 'out', remark: 'out' },
  returnCorrection: { text: 'office' },
  withdraw: { remark: 'out' },
}

/** Those that leave the office. */
export function outgoingTexts(event: TypicalCaseEvent): [field: string, text: string][] {
  const said: Record<string, unknown> = event
  return Object.entries(TYPICAL_CASE_TEXTS[event.type] ?? {}).flatMap(([field, read]): [string, string][] => {
    const text = said[field]
    return read === 'out' && typeof text === 'string' ? [[field, text]] : []
  })
}
