import { settledIn } from '#app/http/settled-in.ts'
import type { TypicalCaseEventType } from '#workflows/typical-case/events.ts'

/** What officers do on the page of a typical case, and the texts each act carries. */
export const FIELDS = {
  draft: ['title', 'body'],
  propose: [],
  approve: [],
  publish: [],
  returnDraft: ['text'],
  approveCorrection: [],
  returnCorrection: ['text'],
  correct: ['title', 'body', 'remark'],
  withdraw: ['remark'],
} as const satisfies { [T in TypicalCaseEventType]?: readonly string[] }
export type NewsroomAct = keyof typeof FIELDS
/** In the order of the page. */
export const ACTS = Object.keys(FIELDS) as NewsroomAct[]

/** The act a form asks for, with the fields of that act alone; null where it asks for none there is. */
export function actFrom(form: FormData): ({ type: NewsroomAct } & Record<string, unknown>) | null {
  const type = ACTS.find((each) => each === form.get('act'))
  if (!type) return null
  const typed = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  return { ...Object.fromEntries(FIELDS[type].map((field) => [field, typed(field)])), ...settledIn(form), type }
}
