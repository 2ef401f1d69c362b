import { useTranslation } from 'react-i18next'
import type { TemplateFault } from '#workflows/settings-desk/templates.ts'
import type { NotTaken } from './not-changed.server.ts'
import type { actOnTemplate } from './template-act.server.ts'

type Answer =
  Awaited<ReturnType<typeof actOnTemplate>> extends infer Given
    ? Given extends { data: infer Data }
      ? Data
      : never
    : never

/** What came back from the form of a template: what was typed, how it would look, what is wrong where. */
export function useTemplateAnswer(answer: Answer | undefined) {
  const { t } = useTranslation('templates')
  const refused: NotTaken | undefined = answer && 'refused' in answer ? answer : undefined
  const say = ({ field, problem, with: blank, nearest }: TemplateFault) =>
    t(`problems.${problem}`, { field: wordOf(field), blank, nearest })
  const wordOf = (field: string) =>
    String(t((['title', 'kind', 'outcome'].includes(field) ? `form.${field}` : `parts.${field}`) as 'form.title'))
  const faults = refused?.refused.code === 'invalid' ? refused.refused.faults : []
  return {
    refused,
    say: (fault: { field: string; problem: string }) => say(fault as TemplateFault),
    typed: answer?.typed,
    sample: answer && 'sample' in answer ? answer.sample : null,
    errorOf: (field: string) => {
      const fault = faults.find((each) => each.field === field)
      return fault && say(fault as TemplateFault)
    },
  }
}
