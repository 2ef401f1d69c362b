import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listUnits } from '#db/read/units.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { unitsNamed } from '#workflows/assignment/recognise.ts'
import type { RecordSubject } from '#workflows/reading/record-subjects.ts'
import { readSettingsRecord } from '#workflows/reading/settings-record.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { dryRun, importPlan } from '#workflows/settings-desk/imports.ts'
import { changeUnit, saidOf } from '#workflows/settings-desk/units.ts'

const COUNTY = unitId('990301')
const NEEDED = '编码,名称,性质,层级,上级编码（块）'
const KNOWN_AS = ['青禾区', '青禾区委', '青禾区政府']

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())
const administrator = () => town.officer('tongyue')
const dry = async (lines: string[], subject: 'units' | 'people' = 'units') => {
  const run = await dryRun(town.house, administrator(), subject, Buffer.from(lines.join('\n')))
  if (run.kind !== 'planned') throw new Error(JSON.stringify(run))
  return run
}
const imported = async (lines: string[], subject: 'units' | 'people' = 'units') => {
  const { id, rows } = await dry(lines, subject)
  const done = await importPlan(town.house, administrator(), id ?? '')
  if (done.kind !== 'imported') throw new Error(JSON.stringify([done, rows]))
  return done
}
const unitOf = async (code: string) => {
  const found = (await listUnits(town.db)).find((unit) => unit.code === code)
  if (!found) throw new Error(`no unit ${code}`)
  return found
}
const recorded = async (subject: RecordSubject) =>
  (await readSettingsRecord(town.house, { subject, before: null })).rows

describe('a column that a table does not have', () => {
  test('leaves what is stored alone, and a report that says 青禾区政府 still accuses it', async () => {
    const asItIs = [NEEDED, '990301,青禾区人民政府,党委政府,县级,990300']
    expect((await dry(asItIs)).rows).toMatchObject([{ does: 'unchanged', changes: [] }])

    const renamed = [NEEDED, '990301,青禾新区人民政府,党委政府,县级,990300']
    expect((await dry(renamed)).rows).toMatchObject([
      { does: 'change', changes: [{ field: 'name', before: '青禾区人民政府', after: '青禾新区人民政府' }] },
    ])
    await imported(renamed)
    expect((await unitOf('990301')).aliases).toEqual(KNOWN_AS)
    expect(unitsNamed(await listUnits(town.db), '青禾区政府要求一表三报。')).toContain(COUNTY)
  })

  test('leaves a department in its line, under whom it stands there', async () => {
    await imported([NEEDED, '990301-agriculture,青禾区农业农村和水务局,部门,县级,990301'])
    expect(await unitOf('990301-agriculture')).toMatchObject({
      name: '青禾区农业农村和水务局',
      line: 'agriculture',
      line_parent: unitId('990300-agriculture'),
    })
  })

  test('does so too where only a line was cut off before it', async () => {
    const cut = [`${NEEDED},条线,上级编码（条）,别名`, '990301,青禾新区人民政府,党委政府,县级,990300']
    expect((await dry(cut)).rows).toMatchObject([{ does: 'unchanged' }])
  })
})

test('a cell that is there and empty takes away what is stored, and the dry run says what', async () => {
  const { rows } = await dry([`${NEEDED},别名`, '990302,东屏区人民政府,党委政府,县级,990300,'])
  const { aliases } = await unitOf('990302')
  expect(aliases).not.toEqual([])
  expect(rows[0]?.changes?.find(({ field }) => field === 'aliases')).toEqual({
    field: 'aliases',
    before: aliases.join('、'),
    after: null,
  })
})

test('a unit under another is shown by name and code as it was and as it would be', async () => {
  const { name } = await unitOf('990301001')
  const { rows } = await dry([NEEDED, `990301001,${name},党委政府,乡级,990302`])
  const place = await unitOf('990302')
  expect(rows).toMatchObject([
    {
      changes: [{ field: 'territory_parent', before: '青禾新区人民政府（990301）', after: `${place.name}（990302）` }],
    },
  ])
})

test('every unit that an import opened or changed is on record as it was and as it is, other names too', async () => {
  await imported([
    `${NEEDED},别名`,
    '990301,青禾新区人民政府,党委政府,县级,990300,青禾新区',
    '990301098,柳岸镇人民政府,党委政府,乡级,990301,柳岸镇',
  ])
  const rows = await recorded('units')
  expect(rows.find(({ type, subject }) => type === 'changeUnit' && subject === '青禾新区人民政府')).toMatchObject({
    by: '童悦',
    differences: [{ field: 'aliases', before: KNOWN_AS.join('、'), after: '青禾新区' }],
  })
  const opened = rows.find(({ type, subject }) => type === 'openUnit' && subject === '柳岸镇人民政府')
  expect(opened?.differences).toContainEqual({ field: 'aliases', before: null, after: '柳岸镇' })
})

test('an import does nothing where what it shows as old is no longer so', async () => {
  const { id } = await dry([`${NEEDED},别名`, '990303,望川县人民政府,党委政府,县级,990300,望川'])
  const unit = await unitOf('990303')
  const said = { ...saidOf(unit), aliases: '望川县、望川县委、望县' }
  expect(await changeUnit(town.house, administrator(), unit.id, said, { seen: unit.revision })).toMatchObject({
    kind: 'changed',
  })
  expect(await importPlan(town.house, administrator(), id ?? '')).toMatchObject({
    kind: 'stale',
    rows: [{ does: 'change', changes: expect.arrayContaining([expect.objectContaining({ field: 'aliases' })]) }],
  })
})

test('a table of people changes no account that is there, and each it proposes is on record with all that was said', async () => {
  const table = ['账号,姓名,单位编码,岗位', 'hewen,何文,990301,属地承办人']
  expect(await dry(table, 'people')).toMatchObject({ id: null, rows: [{ faults: [{ problem: 'loginTaken' }] }] })
  await imported(['账号,姓名,单位编码,岗位,手机', 'wanglin,王林,990301,属地承办人,13800138000'], 'people')
  const opened = (await recorded('people')).find(({ type }) => type === 'proposeAccount')
  expect(opened).toMatchObject({ subject: 'wanglin', by: '童悦' })
  expect(opened?.differences).toEqual(
    expect.arrayContaining([
      { field: 'login', before: null, after: 'wanglin' },
      { field: 'mobile', before: null, after: '+8613800138000' },
      { field: 'unit', before: null, after: '青禾新区人民政府' },
    ]),
  )
})
