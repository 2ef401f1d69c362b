import { useTranslation } from 'react-i18next'
import type { SeveralCases } from '#workflows/reading/several-cases.ts'
import type { Choices } from './acts/choices.ts'

/** What the forms for several cases choose from. What belongs to one case alone is empty. */
export function useSeveralChoices({ choices }: SeveralCases): Choices {
  const { i18n } = useTranslation()
  return {
    kinds: choices.kinds.map(({ code, zh, en, complexity }) => ({
      code,
      name: `${code} ${i18n.language === 'en' ? en : zh}`,
      complexity,
    })),
    // nothing that is done to several at once asks for a day
    today: '',
    units: choices.units,
    unitNames: {},
    classified: { kind: null, complexity: null, place: null },
    accused: [],
    provisional: [],
    accusedPeople: [],
    proposal: { territory: null, department: null, lead: null, reasons: [] },
    templates: [],
    colleagues: choices.colleagues,
    mentionable: [],
    report: null,
    mergeInto: choices.mergeInto,
    brief: null,
    letters: [],
    waiting: null,
    results: [],
    orders: [],
    asked: [],
    finding: null,
    mode: 'verifyFirst',
  }
}
