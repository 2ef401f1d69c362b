import { chmodSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findTownValue } from '#db/read/town.ts'
import { postboxKeyOf } from '#app/console/postbox-key.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { addDays, DAY, dayOf, startOf, wallClock } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { createPostboxKey } from '#workflows/protection/postbox.ts'
import { arrive } from '#workflows/sample-town/play.ts'
import { examine } from '#workflows/settings-desk/examine.ts'
import { openAccountAt } from '#workflows/settings-desk/open-account-at.ts'
import { advanceTown } from '#workflows/worker/advance-town.ts'

let town: Town
let house: House
beforeAll(async () => {
  town = await aTown()
  house = { ...town.house, clock: wallClock() }
})
afterAll(() => town.close())

test('when the clock is moved on by weeks, each date rings on its own day', async () => {
  const { caseId } = await arrive(house, { text: '每天三次拍照打卡。' })
  const { due_on } = await town.row(caseId)
  const { town: now, rung } = await advanceTown(house, 21 * DAY)
  expect(rung).toBe(3)
  expect(dayOf(now)).toBe(addDays(dayOf(house.clock.town()), 21))
  const lapsed = await house.db
    .selectFrom('journal')
    .select('at')
    .where('subject_id', '=', caseId)
    .where('type', '=', 'deadline.lapsed')
    .executeTakeFirstOrThrow()
  expect(dayOf(lapsed.at)).toBe(addDays(due_on ?? '', 1))
  expect(await findTownValue(house.db, 'clockOffset')).toBeGreaterThanOrEqual(21 * DAY)
})

test('a clock that was set back behind the newest act is found', async () => {
  const earlier = { ...house, clock: wallClock(() => -30 * DAY) }
  expect(await examine(earlier)).toContainEqual(expect.objectContaining({ check: 'clock', ok: false }))
  const sound = await examine({ ...house, clock: wallClock(() => 30 * DAY) })
  expect(sound.find(({ check }) => check === 'clock')?.ok).toBe(true)
})

test('a year whose working days are not stored is found', async () => {
  const later = startOf('2031-01-15').getTime() - house.clock.wall().getTime()
  const findings = await examine({ ...house, clock: wallClock(() => later) })
  expect(findings.find(({ check }) => check === 'calendar')?.ok).toBe(false)
})

test('a town that takes mail in is told when the key to its postboxes is missing, damaged or open to others', async () => {
  const folder = freshFolder()
  const postboxKeyFile = `${folder.path}/postbox.json`
  const looked = async (more: Partial<House['settings']> = {}) => {
    const settings = { ...house.settings, postboxKeyFile, ...more }
    return (await examine({ ...house, settings })).find(({ check }) => check === 'postbox')
  }
  expect(await looked()).toMatchObject({ ok: true })
  expect(await looked({ mailboxUrl: 'imaps://a:b@mail.example' })).toMatchObject({ ok: false })
  await createPostboxKey(postboxKeyFile)
  expect(await looked({ mailboxUrl: 'imaps://a:b@mail.example' })).toMatchObject({ ok: true })
  chmodSync(postboxKeyFile, 0o644)
  expect(await looked()).toMatchObject({ ok: false, says: expect.stringMatching(/chmod 600/) })
  folder.remove()
})

test('only a process that takes mail in, or sends it to reporters, reads that key', () => {
  const folder = freshFolder()
  const settings = { ...house.settings, postboxKeyFile: `${folder.path}/none.json` }
  expect(postboxKeyOf(settings)).toBeNull()
  expect(() => postboxKeyOf({ ...settings, mailListen: { protocol: 'smtp', host: 'localhost', port: 25 } })).toThrow(
    'huiyin keys create makes it',
  )
  folder.remove()
})

test('an account is proposed at a unit that exists, under a login nobody has', async () => {
  const account = { login: 'anna', name: '安娜', email: null, roles: ['clerk'] as const }
  const at = { code: '990300-mechanismOffice', name: null }
  expect(await openAccountAt(house, { code: 'nowhere', name: '某办' }, account)).toMatchObject({ why: 'noSuchUnit' })
  expect(await openAccountAt(house, at, { ...account, login: 'hewen' })).toMatchObject({ why: 'loginTaken' })
  expect(await openAccountAt(house, at, account)).toMatchObject({ kind: 'proposed' })
  expect(await openAccountAt(house, at, account)).toMatchObject({ why: 'alreadyProposed' })
  expect(await house.db.selectFrom('staff').select('id').where('login', '=', 'anna').execute()).toEqual([])
})
