import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { type CaseEvent, caseEvent } from '#workflows/case/events.ts'
import { verifyRecord } from '#workflows/audit/verify-record.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { step } from '#workflows/engine/step.ts'
import { OFFICE_TEXTS } from '#workflows/sample-town/data/stories/office-texts.ts'
import { PLOTS } from '#workflows/sample-town/history.ts'
import { bothAnswered, drafted, lookedBack, passed, REVIEWER, sorted, TO } from '#workflows/sample-town/phases.ts'
import { sidesOf } from '#workflows/sample-town/sides.ts'
import { REPORTER, type Turn, turn, type Wait } from '#workflows/sample-town/turn.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'

let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
})
afterAll(() => town.close())

const text = '说明一句。'
const story = storyOf('oneListThreeTimes')
const { units, handlers } = sidesOf(story)
const by = (login: string, event: CaseEvent, after: Wait = 0): Turn => turn(login, event, after)
const reporter = (event: CaseEvent, after: Wait = 0): Turn => turn(REPORTER, event, after)
const staff = (login: string) => town.officer(login).id

/** Detours from the ordinary path, each with where it comes out. */
const DETOURS: [string, string, () => Turn[]][] = [
  [
    'put aside by one, handed over by the head, refused by one and kept by another',
    'triage.open',
    () => [
      by('hewen', { type: 'take' }),
      by('hewen', { type: 'markUrgent' }),
      by('hewen', { type: 'clearUrgent' }),
      by('hewen', { type: 'exposeCode' }),
      by('hewen', { type: 'note', text, mentions: [staff('songjie')] }),
      by('hewen', { type: 'split', text, kind: 'B31' }),
      by('hewen', { type: 'stepAside', text }),
      by('qinyue', { type: 'handOver', to: staff('luoping') }),
      by('luoping', { type: 'proposeRefusal', reason: 'elsewhere', text }),
      by('liangbo', { type: 'declineRefusal', text }),
    ],
  ],
  [
    'asked, answered with a supplement, and given back by the verifier',
    'triage.open',
    () => [
      by('hewen', { type: 'askForMore', question: text }, 1),
      reporter({ type: 'supplement', text }, 2),
      ...TO.verifying(story),
      by('songjie', { type: 'take' }, 1),
      by('songjie', { type: 'askForMore', question: text }),
      reporter({ type: 'supplement', text }, 2),
      by('songjie', { type: 'returnToTriage', text }, 1),
    ],
  ],
  [
    'found untrue, sent back, and never to be known by the word of two',
    'replying.drafting',
    () => [
      ...TO.verifying(story),
      by('songjie', { type: 'recordFinding', finding: 'unsubstantiated', grounds: text }, 2),
      by('liangbo', { type: 'sendBackFinding', text }, 1),
      by('tanyi', { type: 'recordFinding', finding: 'unverifiable', grounds: text }, 2),
      by('liangbo', { type: 'newEvidence', text }, 1),
      by('tanyi', { type: 'recordFinding', finding: 'unverifiable', grounds: text }, 2),
      by('fangmin', { type: 'signUnverifiable', grounds: text }, 1),
    ],
  ],
  [
    'threatened, and answered by discipline inspection',
    'verifying.working',
    () => [
      ...TO.verifying(story),
      reporter({ type: 'reportReprisal', text }),
      by('jiangtao', { type: 'answerReprisal', text: OFFICE_TEXTS.reprisalAnswered }, 1),
    ],
  ],
  [
    'kept from the reporter’s own territory, and sent to it after all by two',
    'rectifying',
    () => [
      ...TO.assigning(story),
      by('qinyue', { type: 'proposeOverride', text, ...units }, 1),
      by('xielan', { type: 'declineOverride', text }),
      by(REVIEWER, { type: 'writeBrief', brief: text, ...units, lead: 'territory' }),
      reporter({ type: 'noDispatch' }),
      by('qinyue', { type: 'proposeOverride', text, ...units }, 1),
      by('xielan', { type: 'confirmOverride' }),
      by(REVIEWER, { type: 'writeBrief', brief: text, ...units, lead: 'territory' }),
      by(
        REVIEWER,
        {
          type: 'issueLetters',
          letters: {
            territory: { task: text, quality: text, feedbackStandard: text },
            department: { task: text, quality: text, feedbackStandard: text },
          },
        },
        7,
      ),
      by(REVIEWER, { type: 'amendLetter', track: 'territory', task: text, quality: text, feedbackStandard: text }),
    ],
  ],
  [
    'given no more time, ordered to answer, and settled',
    'rectifying',
    () => [
      ...TO.rectifying(story),
      by(handlers.territory, { type: 'acknowledge', track: 'territory' }, 1),
      by(handlers.territory, { type: 'askExtension', track: 'territory', days: 3, grounds: text }),
      by('liangbo', { type: 'refuseExtension', track: 'territory', grounds: text }, 1),
      by('xielan', { type: 'issueOrder', track: 'territory', text }, 1),
      by(handlers.territory, { type: 'answerOrder', track: 'territory', text }),
      by('xielan', { type: 'settleOrder', track: 'territory' }),
    ],
  ],
  [
    'not answered on a stated ground, once refused and once signed',
    'closed',
    () => [
      ...TO.replying(story),
      by(REVIEWER, { type: 'proposeNoReply', ground: 'secret', text }),
      by('qinyue', { type: 'declineNoReply', text }),
      by(REVIEWER, { type: 'proposeNoReply', ground: 'secret', text }),
      by('qinyue', { type: 'confirmNoReply' }),
    ],
  ],
  [
    'reopened by the reporter, done again, and refused the second time only by silence',
    'replying.drafted',
    () => [
      ...TO.rating(story),
      reporter({ type: 'rate', satisfied: false, text }, 1),
      by('yuanye', { type: 'grantRedo', tracks: ['territory'], text }, 1),
      by(handlers.territory, { type: 'acknowledge', track: 'territory' }, 1),
      ...bothAnswered(story).filter(({ by: login }) => login === handlers.territory),
      by('yuanye', { type: 'passResults' }, 1),
      ...drafted(story),
    ],
  ],
  [
    'reopened, and refused a redo',
    'closed',
    () => [
      ...TO.rating(story),
      reporter({ type: 'rate', satisfied: false }, 1),
      by('yuanye', { type: 'refuseRedo', text }, 1),
    ],
  ],
  [
    'relapsed after ninety days, and verified anew',
    'verifying.working',
    () => [
      ...TO.closed(story),
      ...lookedBack().map((look) => ({
        ...look,
        event: { type: 'recordLookBack' as const, method: 'visit' as const, held: false, text },
      })),
      by('fangmin', { type: 'reverify', text }, 1),
    ],
  ],
  [
    'sent back once and passed',
    'replying.drafting',
    () => [
      ...TO.reviewing(story),
      by(REVIEWER, { type: 'sendBack', tracks: ['department'], missing: text }, 1),
      ...bothAnswered(story).filter(({ by: login }) => login === handlers.department),
      ...passed(story),
    ],
  ],
]

test.each(DETOURS)('a case that is %s stands at %s', async (_, life, turns) => {
  const { caseId } = await town.report()
  await town.play(caseId, turns())
  expect((await town.row(caseId)).life).toBe(life)
})

test('a case merged by mistake is taken out again', async () => {
  const main = await town.report()
  const { caseId } = await town.report({ text: '别的事情。' })
  const merge: CaseEvent = { type: 'merge', into: main.caseId }
  await town.play(caseId, [...sorted(story), by('hewen', merge), by('hewen', { type: 'unmerge', text })])
  expect((await town.row(caseId)).main_case).toBeNull()
})

test('a case that accuses the office is read by discipline inspection alone, and handed up', async () => {
  const { caseId } = await town.report({ story: 'weeklyReliefReport' })
  expect(await town.as('clerk').step(caseId, { type: 'take' })).toMatchObject({ code: 'conflict-of-interest' })
  await town.play(caseId, [by('jiangtao', { type: 'handUp', text })])
  expect((await town.row(caseId)).life).toBe('handedUp')
})

test('a case that only seemed to accuse the office is let through by discipline inspection', async () => {
  const { caseId } = await town.report({ text: '专项办发来的表我也填了。' })
  await town.play(caseId, [by('jiangtao', { type: 'clearOffice', people: [] })])
  expect(await town.as('clerk').step(caseId, { type: 'take' })).toMatchObject({ kind: 'moved' })
})

test('a case hears that a year’s holidays are known, and keeps a date that was firm', async () => {
  const { caseId } = await town.report()
  const { due_on, revision } = await town.row(caseId)
  const heard = await step(town.house, 'case', caseId, { type: 'calendar.published' }, { kind: 'clock' })
  expect(heard).toMatchObject({ kind: 'moved', revision: revision + 1 })
  expect((await town.row(caseId)).due_on).toBe(due_on)
  await step(town.house, 'case', caseId, { type: 'town.closed' }, { kind: 'clock' })
  expect((await town.row(caseId)).due_on).toBe(due_on)
})

test('between the sample town and these detours every act was done, and every journal holds', async () => {
  const rows = await town.db.selectFrom('journal').select('type').distinct().execute()
  const told = PLOTS.flatMap(({ turns }) =>
    turns.map(({ event }) => (typeof event === 'function' ? 'merge' : event.type)),
  )
  const done = new Set([...rows.map(({ type }) => type), ...told])
  const never = caseEvent.options.map(({ shape }) => shape.type.value).filter((type) => !done.has(type))
  expect(never).toEqual([])
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
  // after every act the tables are what the record says
  expect((await verifyRecord(town.house)).faults).toEqual([])
})
