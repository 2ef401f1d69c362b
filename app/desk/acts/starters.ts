import type { TFunction } from 'i18next'
import type { Track } from '#workflows/case/names.ts'
import type { DeskAct } from './act-fields.ts'
import type { Choices } from './choices.ts'

/** What a form begins with, by field name: what is already known is not typed a second time. */
export function startersOf(
  type: DeskAct,
  track: Track | null,
  choices: Choices,
  t: TFunction<['acts', 'case']>,
): Record<string, string[]> {
  switch (type) {
    case 'classify': {
      const { kind, complexity, place } = choices.classified
      return filled({ kind, complexity: complexity ?? 'standard', place })
    }
    case 'split':
      return filled({ text: choices.report, kind: null })
    case 'nameAccused':
      return { units: [...choices.accused, ...choices.provisional] }
    case 'writeBrief':
    case 'proposeOverride': {
      const { brief, proposal } = choices
      return filled({
        brief: brief?.text ?? null,
        territory: brief?.territory ?? proposal.territory,
        department: brief?.department ?? proposal.department,
        lead: brief?.lead ?? proposal.lead ?? 'territory',
      })
    }
    case 'issueLetters':
      return Object.fromEntries(
        (['territory', 'department'] as const).flatMap((side) =>
          (['task', 'quality', 'feedbackStandard'] as const).map((part) => [
            `letters.${side}.${part}`,
            [t(`acts:starters.${side}.${part}`)],
          ]),
        ),
      )
    case 'amendLetter': {
      const letter = choices.letters.find((each) => each.track === track)
      return letter
        ? { task: [letter.task], quality: [letter.quality], feedbackStandard: [letter.feedbackStandard] }
        : {}
    }
    case 'passResults':
      return filled({ finding: choices.finding })
    case 'draftReply':
      return { text: [t('acts:starters.reply')] }
    default:
      return {}
  }
}

const filled = (values: Record<string, string | null>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, [value]]])))
