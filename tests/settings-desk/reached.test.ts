import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPerson } from '#db/read/people.ts'
import { type Town, aTown } from '#tests/world/town.ts'
import { readDelivery } from '#workflows/reading/delivery.ts'
import { changePerson } from '#workflows/settings-desk/change-person.ts'
import { changeReached } from '#workflows/settings-desk/reached.ts'
import { readMobile } from '#workflows/settings-desk/person-faults.ts'
import { settingsRecord } from './settings-record.ts'

let town: Town
beforeAll(async () => {
  // a Monday at ten
  town = await aTown({ on: '2026-11-23', env: { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@b.test' } })
})
afterAll(() => town.close())
const by = (login: string) => town.as(login).by as ReturnType<Town['officer']>

test.each([
  ['13800138000', '+8613800138000'],
  ['138 0013-8000', '+8613800138000'],
  ['１３８００１３８０００', '+8613800138000'],
  ['+86 13800138000', '+8613800138000'],
  ['008613800138000', '+8613800138000'],
  ['+44 7700 900123', '+447700900123'],
  ['12800138000', null],
  ['1380013800', null],
  ['+86 1380013800', null],
  ['13800138000, 13900139000', null],
  ['+8613800138000\nBcc: a', null],
  ['', null],
])('a mobile number typed as %j is kept as %j', (typed, kept) => {
  expect(readMobile(typed)).toBe(kept)
})

test('officers say themselves how they are told of things, and it stands on record', async () => {
  const me = by('hewen')
  const typed = { mobile: '138 0013 8000', language: 'en', quiet: ['sms'] }
  expect(await changeReached(town.house, me, typed)).toMatchObject({ kind: 'changed' })
  expect(await readDelivery(town.house, me.id)).toMatchObject({
    language: 'en',
    heldUntil: null,
    hours: [{ opens: '08:30', closes: '17:30' }],
    channels: [
      { channel: 'mail', address: 'hewen@yunlan.example.test', quiet: false, isOpen: true },
      { channel: 'sms', address: '+8613800138000', quiet: true, isOpen: false },
    ],
  })
  expect(JSON.stringify(await settingsRecord(town))).toContain('changeReached')
  for (const [wrong, field] of [
    [{ ...typed, mobile: '123' }, 'mobile'],
    [{ ...typed, language: 'fr' }, 'language'],
  ] as const)
    expect(await changeReached(town.house, me, wrong)).toMatchObject({ kind: 'refused', faults: [{ field }] })
})

test('an administrator sets the number on the person’s page; who meanwhile changed it themselves is not overwritten', async () => {
  const administrator = by('tongyue')
  const row = await findPerson(town.db, by('songjie').id)
  if (!row) throw new Error('nobody')
  const typed = {
    name: row.name,
    email: row.email ?? '',
    unit: row.unit_id,
    roles: row.roles ?? [],
    mobile: '13900139000',
  }
  const seen = row.revision
  expect(await changePerson(town.house, administrator, row.id, typed, { seen })).toMatchObject({ kind: 'changed' })
  expect((await findPerson(town.db, row.id))?.mobile).toBe('+8613900139000')
  await changeReached(town.house, by('songjie'), { mobile: '', language: 'zh-CN', quiet: [] })
  const late = await changePerson(town.house, administrator, row.id, { ...typed, name: '宋洁洁' }, { seen: seen + 1 })
  expect(late).toMatchObject({ kind: 'refused', code: 'stale' })
  expect((await findPerson(town.db, row.id))?.mobile).toBeNull()
  const wrong = await changePerson(town.house, administrator, row.id, { ...typed, mobile: '12' }, { seen: seen + 2 })
  expect(wrong).toMatchObject({ kind: 'refused', faults: [{ field: 'mobile', problem: 'wrong' }] })
})

test('what waits says until when it is held, and it counts nothing that is not the person’s to know', async () => {
  const me = by('hewen')
  const waiting = async () => (await readDelivery(town.house, me.id))?.channels[0]?.waiting
  const { caseId } = await town.report()
  await town.drain()
  const before = (await waiting()) ?? 0
  expect(before).toBeGreaterThan(0)
  town.clock.set(new Date('2026-11-27T20:00:00+08:00'))
  // Friday evening: Monday at half past eight
  expect((await readDelivery(town.house, me.id))?.heldUntil).toBe('2026-11-30T00:30:00.000Z')
  await town.db
    .updateTable('case_file')
    .set({ accused: [me.unit] })
    .where('id', '=', caseId)
    .execute()
  expect(await waiting()).toBe(before - 1)
})
