import type { TFunction } from 'i18next'
import type { FieldMistake } from '#app/ui/error-summary.tsx'
import type { Fault } from '#workflows/channels/web/report-form.ts'

/** Carries the names of files through a form that came back: a page can give back words, and no file. */
export const AGAIN = 'fileAgain'

/** What can be wrong with a report that was sent; the network's limit is known only here. */
export type FormFault =
  | Fault
  | { field: 'text'; problem: 'tooOften' }
  /** files that came with the form before, and are not here now: asked about once */
  | { field: 'files'; problem: 'notAgain'; files: string[] }

/** Each fault in words, with the field its line leads to. */
export const mistakesOf = (t: TFunction<'frontDesk'>, faults: readonly FormFault[]): FieldMistake[] =>
  faults.map((fault) => ({ field: fault.field === 'human' ? 'send' : fault.field, message: wordsOf(t, fault) }))

function wordsOf(t: TFunction<'frontDesk'>, fault: FormFault): string {
  switch (fault.problem) {
    case 'missing':
      return t('faults.missing.text')
    case 'tooLong': {
      const name = fault.field === 'text' ? t('text.label') : t(`more.${fault.field}.label`)
      return t('faults.tooLong', { name, has: fault.length, most: fault.most })
    }
    case 'tooLarge':
    case 'tooMany':
    case 'tooMuch':
    case 'wrongType':
    case 'busy':
    case 'empty':
      return t(`faults.${fault.problem}`, { file: fault.file })
    case 'notAgain':
      return t('faults.notAgain', { files: fault.files.join(t('comma')) })
    default:
      return t(`faults.${fault.problem}`)
  }
}

/** The words beside one field, or nothing where it is in order. */
export const mistakeAt = (mistakes: readonly FieldMistake[], field: string) =>
  mistakes.find((mistake) => mistake.field === field)?.message
