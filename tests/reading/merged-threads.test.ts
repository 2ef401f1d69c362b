import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Arrived } from '#workflows/sample-town/play.ts'
import { asShown, readThread, type ShownThread } from '#workflows/reading/thread.ts'
import { aTown, type Town } from '#tests/world/town.ts'

/**
 * Several people report, the office puts their reports together and takes them apart again, asks, writes briefs and
 * answers. Whatever it does, in whatever order, nobody's thread tells of anybody else.
 */
let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const PEOPLE = 3
/** Words that nobody else uses: from a page of the character set of their own. */
const wordsOf = (person: number, from: number) =>
  String.fromCodePoint(...Array.from({ length: 14 }, (_, at) => 0x4e00 + person * 700 + from * 20 + at))

/** So much of a report that a text rests on it, and not so much that somebody has to settle it. */
const quoted = (person: number) => wordsOf(person, 0).slice(0, 10)

/** What was done while several reports were together: the property would hold of a town where nothing happens. */
const tried = new Set<string>()

type Deed = { type: string; by: number; on: number }
const person = fc.nat(PEOPLE - 1)
const deed = (...types: string[]) => fc.record({ type: fc.constantFrom(...types), by: person, on: person })
const several = (most: number, ...types: string[]) => fc.array(deed(...types), { maxLength: most })
const surely = (type: string, by: number, on: number) => fc.constant<Deed[]>([{ type, by, on }])
const or = (...ways: fc.Arbitrary<Deed[]>[]) => fc.oneof(...ways)
/** Anything at first; then, mostly, they are put together, accepted and found to be so, with anything in between. */
const deeds = fc
  .tuple(
    several(2, 'ask', 'answer', 'accept', 'reprisal'),
    or(surely('merge', 1, 0), surely('merge', 0, 1), several(2, 'merge')),
    several(1, 'ask', 'quote', 'answer', 'refuse', 'unmerge'),
    or(surely('answer', 0, 0), surely('accept', 0, 0), several(1, 'appeal', 'merge')),
    or(surely('accept', 0, 0), surely('accept', 1, 0)),
    several(2, 'ask', 'quote', 'answer', 'merge', 'withdraw', 'reprisal'),
    or(surely('merge', 2, 0), several(1, 'unmerge', 'answer')),
    or(surely('find', 0, 0), surely('find', 1, 0), several(1, 'nothing')),
    fc.array(deed('brief', 'brief', 'mix', 'quote'), { minLength: 1, maxLength: 3 }),
    fc.array(deed('noDispatch', 'noDispatch', 'brief', 'withdraw', 'merge', 'unmerge', 'answer'), {
      minLength: 2,
      maxLength: 5,
    }),
    several(3, 'reply', 'rate', 'answer'),
  )
  .map((parts) => parts.flat())
/** What a reporter does, and so nobody else may see. */
const OWN = ['answer', 'appeal', 'noDispatch', 'withdraw', 'reprisal', 'rate']
/** What concerns the reporters of the words in it, and so nobody else may see. */
const TO_ONE = ['ask', 'quote', 'brief', 'mix']

async function play(story: readonly Deed[]) {
  const reports: Arrived[] = []
  for (let at = 0; at < PEOPLE; at += 1) reports.push(await town.report({ text: wordsOf(at, 0), place: '', unit: '' }))
  const threadOf = async ({ report }: Arrived) => asShown((await readThread(town.house, { kind: 'reporter', report }))!)
  const threads = () => Promise.all(reports.map(threadOf))
  const { territory, department } = town.handlers(reports[0]?.caseId ?? '')
  const units = { territory: town.officer(territory).unit, department: town.officer(department).unit }
  let said = 1
  let before = await threads()
  for (const deed of story) {
    const [mine, other] = [reports[deed.by]!, reports[deed.on]!]
    const main = (await town.row(mine.caseId)).main_case ?? mine.caseId
    const rows = await Promise.all(reports.map(({ caseId }) => town.row(caseId)))
    const behind = rows.map(({ id, main_case }) => (main_case ?? id) === main)
    const words = wordsOf(deed.by, said)
    const office = (role: string, event: { type: string }, on = main) => town.as(role).step(on, event)
    const speak = (event: { type: string }, on = mine.caseId) => town.asReporter(mine.caseId).step(on, event)
    const together = behind[deed.on] === true
    const act = async (): Promise<unknown> => {
      switch (deed.type) {
        case 'merge':
          return office('clerk', { type: 'merge', into: other.caseId } as never, mine.caseId)
        case 'unmerge':
          return office('clerk', { type: 'unmerge' }, mine.caseId)
        case 'accept':
          await office('clerk', { type: 'classify', kind: 'B11', complexity: 'easy', place: null } as never)
          return office('clerk', { type: 'accept' })
        case 'find':
          return office('songjie', { type: 'recordFinding', finding: 'substantiated', grounds: '属实' } as never)
        case 'nothing':
          await office('songjie', { type: 'recordFinding', finding: 'unsubstantiated', grounds: '不属实' } as never)
          return office('fangmin', { type: 'confirmFinding', harm: false } as never)
        case 'ask':
          return office('songjie', { type: 'askForMore', question: quoted(deed.by) } as never, mine.caseId)
        case 'quote':
          if (!together) return
          return office('songjie', { type: 'askForMore', question: quoted(deed.on) } as never, mine.caseId)
        case 'brief':
          return office('liangbo', {
            type: 'writeBrief',
            brief: quoted(deed.by),
            ...units,
            lead: 'territory',
          } as never)
        case 'mix': {
          if (!together) return
          const brief = quoted(deed.by) + quoted(deed.on)
          return office('liangbo', { type: 'writeBrief', brief, ...units, lead: 'territory' } as never)
        }
        case 'refuse':
          await office('clerk', { type: 'proposeRefusal', reason: 'crime', text: '请另行反映' } as never)
          return office('liangbo', { type: 'confirmRefusal' })
        case 'reply':
          await office('liangbo', { type: 'draftReply', text: '查过了' } as never)
          return office('fangmin', { type: 'approveReply' })
        case 'answer':
          return speak({ type: 'supplement', text: words } as never)
        case 'appeal':
          return speak({ type: 'appeal', text: words } as never)
        case 'withdraw':
          return speak({ type: 'withdraw', text: words } as never)
        case 'reprisal':
          return speak({ type: 'reportReprisal', text: words } as never)
        case 'noDispatch':
          return speak({ type: 'noDispatch' }, main)
        default:
          return speak({ type: 'rate', satisfied: true, text: words } as never, main)
      }
    }
    const revision = (await town.row(main)).revision
    await act()
    if (behind.filter(Boolean).length > 1 && (await town.row(main)).revision > revision) tried.add(deed.type)
    said = (said % 30) + 1
    const after = await threads()
    reports.forEach((_, at) => check(deed, at, { before: before[at]!, after: after[at]!, behind }))
    before = after
  }
}

type Seen = { before: ShownThread; after: ShownThread; behind: boolean[] }

function check(deed: Deed, reader: number, { before, after, behind }: Seen) {
  const shown = JSON.stringify(after)
  for (let another = 0; another < PEOPLE; another += 1)
    if (another !== reader)
      for (let from = 0; from <= 30; from += 1)
        expect(shown.includes(wordsOf(another, from).slice(0, 6)), `${deed.type}: words of another`).toBe(false)
  const concerned = reader === deed.by || (deed.type === 'rate' && before.label === 'replied')
  if ((OWN.includes(deed.type) || TO_ONE.includes(deed.type)) && !concerned) expect(after).toEqual(before)
  // the main case and whoever follows it do not see that one more joins or leaves
  if (['merge', 'unmerge'].includes(deed.type) && reader !== deed.by) expect(after).toEqual(before)
  if (['merge', 'unmerge'].includes(deed.type) && reader === deed.by)
    expect([null, before.dispatch]).toContainEqual(after.dispatch)
  if (!behind[reader] && reader !== deed.by) expect(after).toEqual(before)
  expect(alone, `${deed.type}: as nobody reads who is alone`).toContain(lookOf(after))
}

/** How a thread looks, without its words and days. */
const lookOf = ({ label, acts, question, dispatch, owed, withdrawCloses, lettersOut }: ShownThread) =>
  JSON.stringify([label, acts, question !== null, dispatch !== null, owed?.name ?? null, withdrawCloses, lettersOut])

/** Every look of a report that is alone, until its letters are out; a date of the office's may have passed. */
const alone = new Set<string>()
async function lookAtOne(...story: [by: string, event: { type: string; [field: string]: unknown }][]) {
  const { report, caseId } = await town.report({ text: wordsOf(0, 0), place: '', unit: '' })
  const { territory, department } = town.handlers(caseId)
  const units = { territory: town.officer(territory).unit, department: town.officer(department).unit }
  const look = async () => {
    const thread = asShown((await readThread(town.house, { kind: 'reporter', report }))!)
    for (const seen of [thread, { ...thread, owed: null }]) alone.add(lookOf(seen))
  }
  await look()
  for (const [by, event] of story) {
    const hands = by === 'reporter' ? town.asReporter(caseId) : town.as(by)
    const said = event.type === 'writeBrief' ? { ...event, ...units } : event
    expect(await hands.step(caseId, said), event.type).toMatchObject({ kind: 'moved' })
    await look()
  }
}
beforeAll(async () => {
  const classify = { type: 'classify', kind: 'B11', complexity: 'easy', place: null }
  const accepted = [
    ['clerk', classify],
    ['clerk', { type: 'accept' }],
  ] satisfies Parameters<typeof lookAtOne>
  const ask = { type: 'askForMore', question: '哪一天？' }
  const answer = { type: 'supplement', text: '周一' }
  const withdraw = { type: 'withdraw' }
  const found = (finding: string) => ({ type: 'recordFinding', finding, grounds: '查过' })
  const brief = { type: 'writeBrief', brief: '重复填表', lead: 'territory' }
  const rate = { type: 'rate', satisfied: true }
  await lookAtOne(['clerk', ask], ['reporter', answer], ['reporter', withdraw])
  await lookAtOne(['clerk', ask], ['reporter', withdraw])
  await lookAtOne(
    ['clerk', { type: 'proposeRefusal', reason: 'crime', text: '请另行反映' }],
    ['liangbo', { type: 'confirmRefusal' }],
    ['reporter', { type: 'appeal', text: '应当受理' }],
    ...accepted,
    ['songjie', found('substantiated')],
    ['liangbo', brief],
  )
  await lookAtOne(...accepted, ['songjie', ask], ['reporter', answer], ['songjie', found('substantiated')])
  await lookAtOne(
    ...accepted,
    ['songjie', found('substantiated')],
    ['liangbo', brief],
    ['reporter', { type: 'noDispatch' }],
  )
  await lookAtOne(
    ...accepted,
    ['songjie', found('unsubstantiated')],
    ['fangmin', { type: 'confirmFinding', harm: false }],
    ['liangbo', { type: 'draftReply', text: '查过了' }],
    ['fangmin', { type: 'approveReply' }],
    ['reporter', rate],
  )
}, 60_000)

test('what each reporter reads is theirs, whatever is put together and taken apart', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, (story) => play(story)),
    { numRuns: Number(process.env.MERGE_RUNS ?? 16), seed: Number(process.env.MERGE_SEED ?? 11), endOnFailure: true },
  )
  expect([...tried].sort()).toEqual(expect.arrayContaining(['accept', 'brief', 'find', 'noDispatch', 'withdraw']))
}, 300_000)
