import { useTranslation } from 'react-i18next'
import type { CasePage } from '#workflows/reading/case-page.ts'
import type { Choices } from './acts/choices.ts'
import { useCaseWord } from './use-case-word.ts'

/** What the forms of the acts choose from and begin with, out of what the page shows anyway. */
export function useChoices(page: CasePage): Choices {
  const { i18n } = useTranslation()
  const word = useCaseWord()
  const { choices } = page
  const [brief] = page.briefs
  const letters = page.letters.filter(({ superseded }) => !superseded)
  return {
    kinds: choices.kinds.map(({ code, zh, en, complexity }) => ({
      code,
      name: `${code} ${i18n.language === 'en' ? en : zh}`,
      complexity,
    })),
    units: choices.units,
    unitNames: page.unitNames,
    classified: {
      kind: page.kind?.code ?? page.proposedKind,
      complexity: page.complexity,
      place: page.place?.id ?? page.placeNamed,
      placeIsGuess: page.placeNamed !== null,
    },
    accused: page.accused.map(({ id }) => id),
    provisional: page.accusedProvisional.map(({ id }) => id),
    accusedPeople: page.accusedPeople,
    proposal: choices.proposal ?? { territory: null, department: null, lead: null, reasons: [] },
    colleagues: choices.colleagues,
    mentionable: choices.mentionable,
    report: page.said?.reports.find(({ caseId }) => caseId === page.id)?.body ?? null,
    templates: page.templates,
    mergeInto: choices.mergeInto,
    brief: brief
      ? {
          text: brief.text,
          territory: brief.territory,
          department: brief.department,
          lead: brief.lead,
          objectUntil: page.dates.find(({ name }) => name === 'dispatchObjection')?.dueOn ?? null,
        }
      : null,
    letters: letters.map(({ track, number, unit, task, quality, feedbackStandard }) => ({
      track,
      number,
      unit: unit.name,
      task,
      quality,
      feedbackStandard,
    })),
    waiting: waitingIn(page, word),
    results: letters.flatMap(({ track, unit, results }) =>
      results.slice(-1).map((result) => ({ ...result, track, unit: unit.name })),
    ),
    orders: page.orderDrafts,
    asked: letters.flatMap(({ track, unit, objections, extensions }) => [
      ...objections
        .filter(({ ruling }) => ruling === null)
        .map(({ grounds }) => ({
          ...{ track, unit: unit.name, kind: 'objection' as const, text: grounds, days: 0 },
          superior: page.commonSuperior,
        })),
      ...extensions
        .filter(({ granted }) => granted === null)
        .map(({ grounds, days }) => ({
          ...{ track, unit: unit.name, kind: 'extension' as const, text: grounds, days },
          superior: null,
        })),
    ]),
    finding: page.finding,
    today: page.today,
    mode: page.mode ?? 'verifyFirst',
  }
}

/** What the first of two people wrote, by where the case stands. */
function waitingIn(page: CasePage, word: ReturnType<typeof useCaseWord>): Choices['waiting'] {
  const newest = (...acts: string[]) => page.notes.findLast(({ about }) => acts.includes(about))
  const drafted = page.replies.find(({ state }) => state === 'drafted')
  switch (page.life) {
    case 'triage.refusalProposed': {
      const note = newest('proposeRefusal')
      return note ? { kind: 'refusal', text: note.text, reason: note.code && word('refusalReasons', note.code) } : null
    }
    case 'assigning.overrideProposed': {
      const note = newest('proposeOverride')
      const units = note?.units.map((unit) => page.unitNames[unit] ?? '').join('、')
      return note ? { kind: 'override', text: note.text, reason: units ?? null } : null
    }
    case 'replying.drafted':
      return drafted ? { kind: 'reply', text: drafted.text, reason: null } : null
    case 'replying.noReplyProposed':
      return drafted
        ? { kind: 'noReply', text: drafted.text, reason: drafted.ground && word('noReplyGrounds', drafted.ground) }
        : null
    case 'unsubstantiated':
    case 'unverifiable.unsigned':
    case 'unverifiable.onceSigned': {
      const note = newest('recordFinding', 'signUnverifiable')
      return note ? { kind: 'finding', text: note.text, reason: page.finding && word('findings', page.finding) } : null
    }
    default:
      return null
  }
}
