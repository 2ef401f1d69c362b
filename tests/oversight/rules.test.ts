import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { commonSuperior } from '#workflows/assignment/whose-duty.ts'
import { addDays, DAY, startOf } from '#workflows/clock.ts'
import { stepLetter } from '#workflows/engine/step-letter.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'
import { readThread } from '#workflows/reading/thread.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'

const GROUNDS = '两个村的台账需与银行核对'
const DUTY = '职责清单第3项不在我县'

let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
}, 120_000)
afterAll(() => town.close())

/** A case whose letters are out and acknowledged, all in a week without holidays. */
async function letters() {
  const { caseId, report } = await town.report()
  await town.drive(caseId, 'rectifying')
  const by = town.officer(town.handlers(caseId).territory)
  const letter = (await town.letters(caseId)).find(({ track }) => track === 'territory')!
  const does = (type: 'acknowledge' | 'object' | 'askExtension', said: object = {}) =>
    stepLetter(town.house, letter.id, { type, ...said }, by)
  return { caseId, report, by, letter, does }
}
const dateOf = (caseId: string, name: string) =>
  town.db
    .selectFrom('deadline')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('name', '=', name)
    .where('track', '=', 'territory')
    .where('state', '!=', 'cleared')
    .executeTakeFirst()
const due = async (caseId: string) => (await dateOf(caseId, 'rectification'))?.due_on ?? ''
const rule = (login: string, caseId: string, type: 'grantExtension' | 'refuseExtension', grounds = '同意') =>
  town.as(login).step(caseId, { type, track: 'territory', grounds })

describe('延期 (省级政务服务热线办理规则;《信访工作条例》第三十四条): an extension', () => {
  test('is asked before due: until 24:00 of the day in Shanghai, and not one second later', async () => {
    const { caseId, does } = await letters()
    await does('acknowledge')
    const midnight = startOf(addDays(await due(caseId), 1)).getTime()
    town.clock.set(new Date(midnight))
    expect(await does('askExtension', { days: 3, grounds: GROUNDS })).toMatchObject({ kind: 'refused', code: 'late' })
    town.clock.set(new Date(midnight - 1000))
    expect(await does('askExtension', { days: 3, grounds: GROUNDS })).toEqual({ kind: 'moved' })
  })

  test('needs its reason, and is for one to seven working days', async () => {
    const { does } = await letters()
    await does('acknowledge')
    for (const [days, grounds, field] of [
      [8, GROUNDS, 'days'],
      [0, GROUNDS, 'days'],
      [7, ' ', 'grounds'],
    ] as const)
      expect(await does('askExtension', { days, grounds })).toMatchObject({ code: 'invalid', issues: [{ field }] })
  })

  test('is ruled within one working day by somebody who did not ask, who reads why it is asked', async () => {
    const { caseId, does, by } = await letters()
    await does('acknowledge')
    await does('askExtension', { days: 7, grounds: GROUNDS })
    expect(await dateOf(caseId, 'extensionRuling')).toMatchObject({ days: 1 })
    // one person with both hats
    await town.db.insertInto('staff_role').values({ staff_id: by.id, role: 'reviewer' }).execute()
    const self = { ...by, roles: ['reviewer' as const] }
    const page = await readCasePage(town.house, town.officer('liangbo'), caseId)
    expect(page?.letters.flatMap(({ extensions }) => extensions)).toMatchObject([{ days: 7, grounds: GROUNDS }])
    expect(page?.acts.map(({ type }) => type)).toEqual(expect.arrayContaining(['grantExtension', 'refuseExtension']))
    const { step } = await import('#workflows/engine/step.ts')
    expect(await step(town.house, 'case', caseId, { type: 'grantExtension', track: 'territory' }, self)).toMatchObject({
      kind: 'refused',
    })
    await town.db.deleteFrom('staff_role').where('staff_id', '=', by.id).where('role', '=', 'reviewer').execute()
    expect(await rule('liangbo', caseId, 'grantExtension')).toMatchObject({ kind: 'moved' })
  })

  test('moves the date by what was asked; a second is for the office head alone, and a third is not there', async () => {
    const { caseId, does } = await letters()
    await does('acknowledge')
    const first = await due(caseId)
    await does('askExtension', { days: 7, grounds: GROUNDS })
    await rule('liangbo', caseId, 'grantExtension')
    const second = await due(caseId)
    expect(second > first).toBe(true)
    await does('askExtension', { days: 2, grounds: GROUNDS })
    expect(await rule('liangbo', caseId, 'grantExtension')).toMatchObject({ kind: 'refused', code: 'second-person' })
    expect(await rule('qinyue', caseId, 'grantExtension')).toMatchObject({ kind: 'moved' })
    expect((await due(caseId)) > second).toBe(true)
    expect(await does('askExtension', { days: 1, grounds: GROUNDS })).toMatchObject({ code: 'not-now' })
  })

  test('that is refused leaves the date where it was, and the unit reads why', async () => {
    const { caseId, does, by, letter } = await letters()
    await does('acknowledge')
    const before = await due(caseId)
    await does('askExtension', { days: 5, grounds: GROUNDS })
    await rule('liangbo', caseId, 'refuseExtension', '原期限内可以完成')
    expect(await due(caseId)).toBe(before)
    const page = await readLetterPage(town.house, by, letter.id)
    expect(page?.extensions).toMatchObject([{ granted: false, rulingGrounds: '原期限内可以完成' }])
  })

  test('is told with its reason to the reporter, and to those whose reports were merged into theirs', async () => {
    const { caseId, report, does } = await letters()
    const other = await town.report({ text: '同一件事，另一个人。' })
    await town.as('clerk').step(other.caseId, { type: 'merge', into: caseId })
    await does('acknowledge')
    await does('askExtension', { days: 5, grounds: GROUNDS })
    await rule('liangbo', caseId, 'grantExtension')
    for (const each of [report, other.report]) {
      const thread = await readThread(town.house, { kind: 'reporter', report: each })
      expect(thread?.said.filter(({ about }) => about === 'extension')).toMatchObject([
        { text: GROUNDS, from: 'office' },
      ])
    }
  })
})

describe('异议 (《信访工作条例》第二十三条): an objection', () => {
  test('is raised within five working days, and on the sixth no more', async () => {
    const { caseId, does } = await letters()
    const window = (await dateOf(caseId, 'objectionWindow'))!
    expect(window).toMatchObject({ days: 5, rule: '《信访工作条例》第二十三条' })
    town.clock.set(new Date(startOf(window.due_on).getTime() + DAY))
    expect(await does('object', { grounds: DUTY })).toMatchObject({ code: 'late' })
    town.clock.set(new Date(startOf(window.due_on).getTime() + DAY - 1000))
    expect(await does('object', { grounds: DUTY })).toEqual({ kind: 'moved' })
  })

  test('cites the duty list or names the right unit; a bare return is not taken', async () => {
    const bare = ['不属本县', '请改交', '应由有关部门办理', '应由望川县人民政府以外的单位办理']
    for (const grounds of bare) {
      const { does } = await letters()
      expect(await does('object', { grounds }), grounds).toMatchObject({
        code: 'invalid',
        issues: [{ field: 'grounds', problem: 'wrong' }],
      })
    }
    for (const grounds of [DUTY, '依据《乡镇履职事项清单》', '应由市民政局办理'])
      expect(await (await letters()).does('object', { grounds }), grounds).toEqual({ kind: 'moved' })
  })

  test('is ruled within three working days by the common superior, which both sides are named', async () => {
    const { caseId, does, by, letter } = await letters()
    await does('object', { grounds: DUTY })
    expect(await dateOf(caseId, 'ruling')).toMatchObject({ days: 3 })
    const superior = '云澜市人民政府'
    expect(await readLetterPage(town.house, by, letter.id)).toMatchObject({ commonSuperior: superior })
    const page = await readCasePage(town.house, town.officer('qinyue'), caseId)
    expect(page?.commonSuperior).toBe(superior)
    expect(page?.letters.flatMap(({ objections }) => objections)).toMatchObject([{ grounds: DUTY }])
    const ruling = { type: 'ruleObjection', track: 'territory', ruling: 'confirmed', grounds: '由你县办理' }
    expect(await town.as('liangbo').step(caseId, ruling)).toMatchObject({ code: 'not-your-role' })
    expect(await town.as('qinyue').step(caseId, ruling)).toMatchObject({ kind: 'moved' })
  })

  test('has no second return: neither by the unit that keeps the letter nor by the one that gets it', async () => {
    const kept = await letters()
    await kept.does('object', { grounds: DUTY })
    const ruling = { type: 'ruleObjection', track: 'territory', grounds: '裁定' }
    await town.as('qinyue').step(kept.caseId, { ...ruling, ruling: 'confirmed' })
    expect(await kept.does('object', { grounds: DUTY })).toMatchObject({ code: 'not-now' })

    const given = await letters()
    await given.does('object', { grounds: DUTY })
    const to = ['990301', '990302'].map(unitId).find((unit) => unit !== given.by.unit) ?? ''
    expect(await town.as('qinyue').step(given.caseId, { ...ruling, ruling: 'reassigned', to })).toMatchObject({
      kind: 'moved',
    })
    const fresh = (await town.letters(given.caseId)).find(({ track }) => track === 'territory')!
    const people = await town.db.selectFrom('staff').select('id').where('unit_id', '=', to).execute()
    const other = { kind: 'staff' as const, id: people[0]?.id ?? '', roles: ['territoryHandler' as const], unit: to }
    expect(await stepLetter(town.house, fresh.id, { type: 'object', grounds: DUTY }, other)).toMatchObject({
      code: 'not-now',
    })
    const page = await readLetterPage(town.house, other, fresh.id)
    expect(page).toMatchObject({ returnable: false })
    expect(page?.dates.map(({ name }) => name)).not.toContain('objectionWindow')
  })

  test('that succeeds is told to the unit that raised it, whose letter it is no more', async () => {
    const { caseId, does, by } = await letters()
    await does('object', { grounds: DUTY })
    const to = ['990301', '990302'].map(unitId).find((unit) => unit !== by.unit) ?? ''
    const ruling = { type: 'ruleObjection', track: 'territory', ruling: 'reassigned', grounds: '改交', to }
    await town.as('qinyue').step(caseId, ruling)
    await town.drain()
    const told = await town.db
      .selectFrom('notice')
      .innerJoin('staff', 'staff.id', 'notice.staff_id')
      .innerJoin('errand', 'errand.id', 'notice.errand_id')
      .select('staff.unit_id')
      .where('notice.name', '=', 'objectionRuled')
      .where('errand.case_id', '=', caseId)
      .execute()
    expect(told).toEqual([{ unit_id: by.unit }])
  })
})

test('the common superior of a county and a city department is the city; of two townships, their county', () => {
  const units = UNITS.map((unit) => ({ ...unit, closed_on: null }))
  expect(commonSuperior(units, unitId('990303'), unitId('990300-civilAffairs'))).toBe(unitId('990300'))
  const towns = units.filter(
    ({ level, territory_parent }) => level === 'township' && territory_parent === unitId('990303'),
  )
  expect(commonSuperior(units, towns[0]?.id ?? '', towns[1]?.id ?? '')).toBe(unitId('990303'))
})
