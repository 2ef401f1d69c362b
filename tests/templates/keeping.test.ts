import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listTemplates, listTemplateVersions } from '#db/read/templates.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readSettingsRecord } from '#workflows/reading/settings-record.ts'
import { putFirstRules } from '#workflows/settings-desk/first-rules.ts'
import { firstTemplateId } from '#workflows/settings-desk/first-templates.ts'
import { retireTemplate, writeTemplate } from '#workflows/settings-desk/templates.ts'
import { FIRST_TEMPLATES } from '#workflows/templates/first/first-templates.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const ID = firstTemplateId('question general')
const draft = (more = {}) => ({
  purpose: 'question' as const,
  kind: null,
  outcome: null,
  title: '问一句',
  parts: { question: '关于“{类别}”，请在{期限}内补充。' },
  ...more,
})
const admin = () => town.officer('administrator')
const write = (id: string | null, said: unknown, asked = {}) => writeTemplate(town.house, admin(), id, said, asked)
const versions = (id: string) => listTemplateVersions(town.db, id)

describe('the texts that came with the software', () => {
  it('are there from the first start, written by nobody', async () => {
    const rows = await listTemplates(town.db)
    expect(rows).toHaveLength(FIRST_TEMPLATES.length)
    expect(rows.every(({ by, version }) => by === null && version === 1)).toBe(true)
  })

  it('are put in once: what the town has changed or retired stays so at the next start', async () => {
    await write(ID, draft(), { seen: 1 })
    await retireTemplate(town.house, admin(), ID, true, { seen: 2 })
    await putFirstRules(town.house)
    const rows = await listTemplates(town.db)
    expect(rows).toHaveLength(FIRST_TEMPLATES.length)
    expect(rows.find(({ id }) => id === ID)).toMatchObject({ title: '问一句', version: 2, retired: true })
    await retireTemplate(town.house, admin(), ID, false, { seen: 2 })
  })
})

describe('a template', () => {
  it('keeps every text it ever had, with who wrote it and when', async () => {
    const begun = await write(null, draft())
    if (begun.kind !== 'changed') throw new Error('it is refused')
    await write(begun.id, draft({ parts: { question: '第二稿' } }), { seen: 1 })
    expect(await versions(begun.id)).toMatchObject([
      { version: 2, parts: { question: '第二稿' }, by: '童悦', written_on: '2026-10-12' },
      { version: 1, parts: { question: '关于“{类别}”，请在{期限}内补充。' } },
    ])
  })

  it('is in the record of settings by its title', async () => {
    const { rows } = await readSettingsRecord(town.house, { subject: 'templates', before: null })
    expect(rows[0]).toMatchObject({ type: 'writeTemplate', subject: '问一句', by: '童悦' })
  })

  it('that says the same as before is no new version', async () => {
    const before = await versions(ID)
    expect(await write(ID, draft(), { seen: before.length })).toMatchObject({
      kind: 'changed',
      revision: before.length,
    })
    expect(await versions(ID)).toHaveLength(before.length)
  })

  it('with a blank that does not exist is refused with which, and the nearest; nothing of it is kept', async () => {
    const before = (await listTemplates(town.db)).length
    const outcome = await write(null, draft({ parts: { question: '请在{限期}内补充{报告原文}' } }))
    expect(outcome).toMatchObject({
      code: 'invalid',
      faults: [
        { field: 'question', problem: 'unknownBlank', with: '限期', nearest: '期限' },
        { field: 'question', problem: 'unknownBlank', with: '报告原文' },
      ],
    })
    expect(await listTemplates(town.db)).toHaveLength(before)
  })

  it.each([
    ['without a title', { title: ' ' }, 'title'],
    ['with a title as long as a text', { title: '题'.repeat(61) }, 'title'],
    ['for a kind that is none', { kind: 'B77' }, 'kind'],
    ['for an outcome of something else', { outcome: 'litigation' }, 'outcome'],
    ['for nothing there is', { purpose: 'poem' }, 'purpose'],
  ])('%s is refused', async (_, more, field) => {
    expect(await write(null, draft(more))).toMatchObject({ code: 'invalid', faults: [{ field }] })
  })

  it('of two administrators who write at once keeps the first, and tells the second what changed', async () => {
    const now = (await versions(ID)).length
    const both = await Promise.all([
      write(ID, draft({ title: '甲' }), { seen: now }),
      write(ID, draft({ title: '乙' }), { seen: now }),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused'])
    const told = both.find(({ kind }) => kind === 'refused')
    expect(told).toMatchObject({ code: 'stale', meanwhile: [{ by: '童悦', differences: [{ field: 'title' }] }] })
  })

  it('clicked twice is written once', async () => {
    const asked = { request: 'one-and-the-same' }
    const twice = [
      await write(null, draft({ title: '双击' }), asked),
      await write(null, draft({ title: '双击' }), asked),
    ]
    expect(twice[1]).toEqual(twice[0])
    expect((await listTemplates(town.db)).filter(({ title }) => title === '双击')).toHaveLength(1)
  })

  it('that is not there is not written', async () => {
    expect(await write('00000000-0000-4000-8000-000000000000', draft(), { seen: 1 })).toMatchObject({ code: 'unknown' })
    expect(await write('nothing', draft(), { seen: 1 })).toMatchObject({ code: 'unknown' })
  })

  it('is written, retired and restored on the record of settings, which holds', async () => {
    const rows = await town.db.selectFrom('journal').select('type').where('subject', '=', 'settings').execute()
    const types = rows.map(({ type }) => type)
    expect(types.filter((type) => type === 'retireTemplate')).toHaveLength(2)
    expect(types).toContain('writeTemplate')
    expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
  })
})
