import type { Track } from '#workflows/case/names.ts'
import type { DeskAct } from './act-fields.ts'
import type { Choices } from './choices.ts'
import { beginsWith, slotsOf, wordsInto } from './template-slots.ts'

/**
 * What a form begins with, by field name: what is already known is not typed a second time, and what is written again and
 * again begins from a template: the one that was `asked` for, or for letters and replies the one that fits best.
 */
export function startersOf(
  type: DeskAct,
  track: Track | null,
  choices: Choices,
  asked: readonly string[],
): Record<string, string[]> {
  const begun = slotsOf(type, track).flatMap((slot) => {
    const template = beginsWith(slot, choices.templates, asked)
    return template ? Object.entries(wordsInto(slot, template)) : []
  })
  return { ...knownOf(type, track, choices), ...Object.fromEntries(begun.map(([name, text]) => [name, [text]])) }
}

function knownOf(type: DeskAct, track: Track | null, choices: Choices): Record<string, string[]> {
  switch (type) {
    case 'classify': {
      const { kind, complexity, place } = choices.classified
      return filled({ kind, complexity: complexity ?? 'standard', place })
    }
    case 'split':
      return filled({ text: choices.report, kind: null })
    case 'nameAccused':
      return { units: [...choices.accused, ...choices.provisional] }
    case 'clearOffice':
      return { people: choices.accusedPeople.map(({ id }) => id) }
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
    case 'amendLetter': {
      const letter = choices.letters.find((each) => each.track === track)
      return letter
        ? { task: [letter.task], quality: [letter.quality], feedbackStandard: [letter.feedbackStandard] }
        : {}
    }
    case 'issueOrder':
      return filled({ text: choices.orders.find((each) => each.track === track)?.text ?? null })
    case 'recordLookBack':
      return { visitedOn: [choices.today] }
    case 'passResults':
      return filled({ finding: choices.finding })
    default:
      return {}
  }
}

const filled = (values: Record<string, string | null>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, [value]]])))
