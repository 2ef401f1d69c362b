import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smsPeer, type SmsPeer } from '#tests/world/sms-peer.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readSettings } from '#workflows/settings.ts'
import { examine } from '#workflows/settings-desk/examine.ts'

let town: Town
let peer: SmsPeer
beforeAll(async () => {
  town = await aTown()
  peer = await smsPeer(() => ({ answers: '{}' }))
})
afterAll(async () => {
  await peer.down()
  await town.close()
})

/** What `huiyin doctor` says of SMS under these settings. */
async function looked(SMS_URL?: string) {
  const { sms } = readSettings(SMS_URL === undefined ? {} : { SMS_URL })
  const house = { ...town.house, settings: { ...town.house.settings, sms } }
  return (await examine(house)).find(({ check }) => check === 'sms')
}
const aliyun = (template: string) => `aliyun://ID:hunter2@${peer.host}/?sign=%E5%9B%9E%E9%9F%B3&template=${template}`
const tencent = (app: string, template: string) =>
  `tencent://ID:hunter2@${peer.host}/?app=${app}&sign=%E5%9B%9E%E9%9F%B3&template=${template}&template-en=34`

describe('huiyin doctor looks at the SMS settings, and sends nothing', () => {
  test.each([
    ['none', undefined, { ok: true, says: 'no SMS_URL: nobody gets an SMS' }],
    ['a gateway that answers', () => `http://u:hunter2@${peer.host}/send`, { ok: true }],
    ['Alibaba Cloud', () => aliyun('SMS_1234'), { ok: true, says: 'aliyun signs 回音, in Chinese to everybody' }],
    ['Tencent Cloud in two languages', () => tencent('1400', '12'), { ok: true, says: 'tencent signs 回音' }],
    [
      'a template of another provider',
      () => aliyun('1234'),
      { ok: false, says: expect.stringContaining('template 1234') },
    ],
    ['an app that is none', () => tencent('huiyin', '12'), { ok: false, says: expect.stringContaining('app') }],
    ['numbers in the clear', () => 'http://sms.example/send', { ok: false, says: expect.stringContaining('https') }],
  ])('%s', async (_, url, finding) => {
    const found = await looked(url?.())
    expect(found).toMatchObject(finding)
    expect(found?.says).not.toContain('hunter2')
    expect(peer.asked).toEqual([])
  })

  test('a gateway that does not answer is found', async () => {
    await peer.down()
    expect(await looked(`http://${peer.host}/send`)).toEqual({
      check: 'sms',
      ok: false,
      says: 'the gateway in SMS_URL does not answer',
    })
    await peer.up()
  })
})
