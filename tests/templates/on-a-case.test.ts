import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { giveReason } from '#workflows/reading/closed-case.ts'
import type { FilledTemplate } from '#workflows/reading/case-templates.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import { sidesOf } from '#workflows/sample-town/sides.ts'
import { retireTemplate, writeTemplate } from '#workflows/settings-desk/templates.ts'
import { BLANKS, blanksFor, hasGap } from '#workflows/templates/blanks.ts'
import { PARTS, type Purpose, PURPOSES } from '#workflows/templates/purposes.ts'

/** What stands in every text a reporter wrote, and nowhere else. */
const MARK = '只有我知道的记号'

let town: Town
const at: Partial<Record<'triage' | 'assigning' | 'replying', Arrived>> = {}
beforeAll(async () => {
  town = await aTown()
  for (const purpose of PURPOSES)
    await writeTemplate(town.house, town.officer('administrator'), null, everyBlank(purpose), {})
  for (const phase of ['replying', 'assigning'] as const) {
    at[phase] = await marked()
    await town.drive(at[phase].caseId, phase)
  }
  const { units, lead } = sidesOf(storyOf('oneListThreeTimes'))
  await town
    .as('liangbo')
    .step(at.assigning?.caseId ?? '', { type: 'writeBrief', brief: '三家各要一张表。', ...units, lead })
  await town.pass(7)
  at.triage = await marked()
  await town.as('clerk').step(at.triage.caseId, { type: 'classify', kind: 'B31', complexity: 'standard', place: null })
})
afterAll(() => town.close())

const marked = () => town.report({ text: MARK, place: MARK, unit: MARK, happened: MARK })
/** A template that asks for all it may ask for. */
const everyBlank = (purpose: Purpose) => {
  const all = blanksFor(purpose).map((blank) => `{${BLANKS[blank].zh}}{${BLANKS[blank].en}}`)
  const parts = Object.fromEntries(PARTS[purpose].map((part) => [part, all.join('；')]))
  return { purpose, kind: null, outcome: null, title: `全部的空 ${purpose}`, parts }
}
async function offered(phase: keyof typeof at, login: string): Promise<FilledTemplate[]> {
  const page = await readCasePage(town.house, town.officer(login), at[phase]?.caseId ?? '')
  return page?.templates ?? []
}
const of = (purpose: Purpose, templates: readonly FilledTemplate[]) =>
  templates.filter((template) => template.purpose === purpose)

describe('the templates offered on a case', () => {
  it('are those of the acts this officer may do now', async () => {
    const clerk = await offered('triage', 'hewen')
    expect(new Set(clerk.map(({ purpose }) => purpose))).toEqual(new Set(['question', 'refusal']))
    expect(await offered('assigning', 'hewen')).toEqual([])
    expect(of('letter', await offered('assigning', 'liangbo')).length).toBeGreaterThan(2)
  })

  it('begin with the one for this kind, side by side, with nothing left to fill', async () => {
    const letters = of('letter', await offered('assigning', 'liangbo'))
    for (const track of ['territory', 'department'] as const) {
      const [best] = letters.filter((letter) => letter.track === track)
      expect(best?.title).toMatch(/^填表报数/)
      expect(Object.values(best?.parts ?? {}).some(hasGap)).toBe(false)
    }
    const [question] = of('question', await offered('triage', 'hewen'))
    expect(question?.title).toMatch(/^报表/)
  })

  it('tell the reporter what both units did, without a word typed', async () => {
    const [reply] = of('reply', await offered('replying', 'liangbo'))
    const letters = (await readCasePage(town.house, town.officer('liangbo'), at.replying?.caseId ?? ''))?.letters ?? []
    expect(letters).toHaveLength(2)
    for (const { unit, results } of letters) {
      expect(reply?.parts.text).toContain(unit.name)
      expect(reply?.parts.text).toContain(results.at(-1)?.measures)
    }
    expect(hasGap(reply?.parts.text ?? '')).toBe(false)
  })

  it('bring the reason along with a refusal, and name the way that is open', async () => {
    const refusals = of('refusal', await offered('triage', 'hewen'))
    const crime = refusals.find(({ brings }) => brings === 'crime')
    expect(crime?.parts.text).toContain('110')
    expect(refusals.filter(({ brings }) => brings !== null)).toHaveLength(9)
  })

  it.each(['triage', 'assigning', 'replying'] as const)(
    'carry nothing of the report on a case at %s, whichever blank is used',
    async (phase) => {
      const { db } = town
      const { number } = await town.row(at[phase]?.caseId ?? '')
      const report = await db
        .selectFrom('report')
        .selectAll()
        .where('id', '=', at[phase]?.report ?? '')
        .executeTakeFirstOrThrow()
      for (const login of ['hewen', 'songjie', 'liangbo', 'qinyue']) {
        const words = JSON.stringify((await offered(phase, login)).map(({ parts }) => parts))
        for (const secret of [
          MARK,
          number,
          at[phase]?.code ?? '',
          report.received_hour.toISOString().slice(11, 16),
          '网络平台',
        ])
          expect(words).not.toContain(secret)
      }
      // the reporter's words are there for those who work with them, or this would show nothing
      const id = at[phase]?.caseId ?? ''
      await giveReason(town.house, town.officer('liangbo'), id, '核对模板')
      const page = await readCasePage(town.house, town.officer('liangbo'), id)
      expect(JSON.stringify(page?.said)).toContain(MARK)
    },
  )

  it('leave out what was retired', async () => {
    const [first] = of('refusal', await offered('triage', 'hewen'))
    await retireTemplate(town.house, town.officer('administrator'), first?.id ?? '', true, { seen: 1 })
    expect((await offered('triage', 'hewen')).some(({ id }) => id === first?.id)).toBe(false)
  })
})

describe('a text in which something still waits for words', () => {
  it.each([
    ['draftReply', 'replying', { text: '情况如下：【……写明做了什么】。' }, 'text'],
    ['proposeRefusal', 'triage', { reason: 'crime', text: '请在【……到期日】前' }, 'text'],
    ['askForMore', 'triage', { question: '请补充【……】' }, 'question'],
  ] as const)('is not sent by %s', async (type, phase, said, field) => {
    const caseId = at[phase]?.caseId ?? ''
    const before = await town.row(caseId)
    const by = town.as(phase === 'triage' ? 'hewen' : 'liangbo')
    expect(await by.step(caseId, { type, ...said })).toMatchObject({
      code: 'invalid',
      issues: [{ field, problem: 'gap' }],
    })
    expect((await town.row(caseId)).revision).toBe(before.revision)
  })

  it('is not sent in either letter, and the field is named', async () => {
    const letter = { task: '做', quality: '好', feedbackStandard: '一页' }
    const letters = { territory: letter, department: { ...letter, quality: '【……】' } }
    expect(await town.as('liangbo').step(at.assigning?.caseId ?? '', { type: 'issueLetters', letters })).toMatchObject({
      issues: [{ field: 'letters.department.quality', problem: 'gap' }],
    })
  })

  it('may be said by a reporter, who writes what they like', async () => {
    const caseId = at.triage?.caseId ?? ''
    const said = { type: 'supplement', text: '通知上写的是【……】，我抄不全。' }
    expect(await town.asReporter(caseId).step(caseId, said)).toMatchObject({ kind: 'moved' })
  })
})
