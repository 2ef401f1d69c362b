import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSampleAccounts } from '#app/session/sample-accounts.server.ts'
import { tellAccounts } from '#app/console/sample-accounts.ts'
import { readSettings } from '#workflows/settings.ts'
import { type SessionHouse, sessionHouse } from './session-house.ts'

let world: SessionHouse
beforeAll(async () => {
  world = await sessionHouse()
  await world.hire('hewen', ['clerk'])
})
afterAll(() => world.close())

const codesWith = async (env: Record<string, string>) =>
  (await listSampleAccounts({ ...world.house, settings: readSettings({ SAMPLE_TOWN: 'public', ...env }) })).map(
    ({ login }) => login,
  )

test('the sign-in page of a sample town that others can reach hands out no account', async () => {
  expect(await codesWith({})).toEqual(['hewen'])
  expect(await codesWith({ HOST: '0.0.0.0' })).toEqual([])
  expect(await codesWith({ PUBLIC_URL: 'https://huiyin.example.cn' })).toEqual([])
  expect(await codesWith({ HOST: '0.0.0.0', SAMPLE_CODES: 'on' })).toEqual(['hewen'])
})

test('nor do the lines of its start', async () => {
  const settings = readSettings({ SAMPLE_TOWN: 'public', HOST: '0.0.0.0' })
  const lines = await tellAccounts({ ...world.house, settings })
  expect(lines.join()).toContain('SAMPLE_CODES')
  expect(lines.join()).not.toContain('hewen')
})
