import { createHash, createHmac } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type Asked, type SmsPeer, smsPeer, type Understood } from '#tests/world/sms-peer.ts'
import { judgeSms, openSmsGateway, smsCarrier } from '#workflows/notices/sms/sms-carrier.ts'
import { readSettings } from '#workflows/settings.ts'

const PATIENCE = 300
const SECRET = 'the/secret+of=the town'

let peer: SmsPeer
afterEach(() => peer.down())

const carrierOf = (scheme: string, query: string) => {
  const { sms } = readSettings({ SMS_URL: `${scheme}://id:${encodeURIComponent(SECRET)}@${peer.host}/?${query}` })
  if (!sms) throw new Error('no gateway')
  return smsCarrier(() => openSmsGateway(sms, PATIENCE))
}
const message = { to: '+8613800138000', messageId: 'e2b1c0de', language: 'zh-CN' as const, names: ['redCard'] }
const first = { ...message, again: false, since: '2026-11-23', today: '2026-11-24' }
const again = { ...first, again: true }
const failureOf = async (carried: Promise<void>) => {
  try {
    await carried
    return 'taken'
  } catch (error) {
    const { name, code } = judgeSms(error)
    return `${name}: ${code}`
  }
}

describe('Alibaba Cloud', () => {
  const QUERY = `sign=${encodeURIComponent('回音')}&template=SMS_1&template-en=SMS_2`

  /** What the service checks: RPC signature 1.0, HMAC-SHA1 over the sorted parameters. */
  const understand = ({ body }: Asked, { phones }: Pick<SmsPeer, 'phones'>): Understood => {
    const { Signature, ...fields } = Object.fromEntries(new URLSearchParams(body))
    const encode = (text: string) =>
      encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    const canonical = Object.keys(fields)
      .sort()
      .map((name) => `${encode(name)}=${encode(fields[name] ?? '')}`)
      .join('&')
    const signed = createHmac('sha1', `${SECRET}&`)
      .update(`POST&${encode('/')}&${encode(canonical)}`)
      .digest('base64')
    if (signed !== Signature) return { answers: '{"Code":"SignatureDoesNotMatch","Message":"no"}' }
    if (fields.Action === 'QuerySendDetails') {
      const sent = [...phones.keys()].map((OutId) => ({ OutId, PhoneNum: fields.PhoneNumber }))
      const on = fields.SendDate === '20261123' ? sent : []
      return { answers: JSON.stringify({ Code: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: on } }) }
    }
    return {
      message: {
        id: fields.OutId ?? '',
        to: fields.PhoneNumbers ?? '',
        text: `${fields.SignName} ${fields.TemplateCode}`,
      },
      answers: '{"Code":"OK","Message":"OK","BizId":"1"}',
      refuses: '{"Code":"isv.MOBILE_NUMBER_ILLEGAL","Message":"no such number"}',
    }
  }
  const sends = () => peer.asked.filter(({ body }) => body.includes('Action=SendSms'))

  test('is asked in its own language, with its own signature, for an approved text', async () => {
    peer = await smsPeer(understand)
    await carrierOf('aliyun', QUERY).carry(first)
    await carrierOf('aliyun', QUERY).carry({ ...first, messageId: 'second', language: 'en', to: '+447700900123' })
    expect([...peer.phones]).toEqual([
      ['e2b1c0de', { to: '13800138000', text: '回音 SMS_1' }],
      ['second', { to: '447700900123', text: '回音 SMS_2' }],
    ])
  })

  test('that took a message without saying so is asked about it before it could be sent twice', async () => {
    peer = await smsPeer(understand)
    const carrier = carrierOf('aliyun', QUERY)
    peer.behave('hangs')
    expect(await failureOf(carrier.carry(first))).toMatch(/^unclear/)
    peer.behave('takes')
    expect(await failureOf(carrier.carry(again))).toBe('taken')
    expect(sends()).toHaveLength(1)
    // of another one it knows nothing, and is sent it
    await carrier.carry({ ...again, messageId: 'another' })
    expect(sends()).toHaveLength(2)
  })

  test('says no to a number, to our signature, or nothing at all: each is told apart', async () => {
    peer = await smsPeer(understand)
    peer.behave('refuses')
    expect(await failureOf(carrierOf('aliyun', QUERY).carry(first))).toBe('refused: isv.MOBILE_NUMBER_ILLEGAL')
    const { sms } = readSettings({ SMS_URL: `aliyun://id:wrong@${peer.host}/?${QUERY}` })
    const wrong = smsCarrier(() => openSmsGateway(sms as NonNullable<typeof sms>, PATIENCE))
    expect(await failureOf(wrong.carry(first))).toBe('login: SignatureDoesNotMatch')
    await peer.down()
    peer = await smsPeer(understand)
    const nobody = carrierOf('aliyun', QUERY)
    await peer.down()
    expect(await failureOf(nobody.carry(first))).toBe('unreachable: ECONNREFUSED')
    await peer.up()
  })
})

describe('Tencent Cloud', () => {
  const QUERY = `app=1400006666&sign=${encodeURIComponent('回音')}&template=11&template-en=22`
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

  /** What the service checks: TC3-HMAC-SHA256 over the request as it came. */
  const understand = ({ headers, body }: Asked, { phones }: Pick<SmsPeer, 'phones'>): Understood => {
    const said =
      /^TC3-HMAC-SHA256 Credential=id\/([\d-]+)\/([^/]+)\/tc3_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      )
    const [, date = '', service = '', names = '', signature] = said ?? []
    const canonical = names.split(';').map((name) => `${name}:${signedAs(name, headers[name])}\n`)
    const request = ['POST', '/', '', canonical.join(''), names, sha256(body)].join('\n')
    const scope = `${date}/${service}/tc3_request`
    const toSign = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], scope, sha256(request)].join('\n')
    const key = hmac(hmac(hmac(`TC3${SECRET}`, date), service), 'tc3_request')
    const answer = (fields: object) => JSON.stringify({ Response: { ...fields, RequestId: 'r' } })
    if (hmac(key, toSign).toString('hex') !== signature)
      return { answers: answer({ Error: { Code: 'AuthFailure.SignatureFailure', Message: 'no' } }) }
    const fields = JSON.parse(body)
    if (headers['x-tc-action'] === 'PullSmsSendStatusByPhoneNumber') {
      const sent = [...phones.keys()].map((SessionContext) => ({ SessionContext, PhoneNumber: fields.PhoneNumber }))
      return { answers: answer({ PullSmsSendStatusSet: sent }) }
    }
    const status = (Code: string) => answer({ SendStatusSet: [{ Code, PhoneNumber: fields.PhoneNumberSet[0] }] })
    return {
      message: {
        id: fields.SessionContext,
        to: fields.PhoneNumberSet.join(),
        text: `${fields.SmsSdkAppId} ${fields.SignName} ${fields.TemplateId} ${JSON.stringify(fields.TemplateParamSet)}`,
      },
      answers: status('Ok'),
      refuses: status('FailedOperation.PhoneNumberInBlacklist'),
    }
  }
  // the SDK signs the host without its port, as it is where there is none
  const signedAs = (name: string, value: unknown) => (name === 'host' ? String(value).split(':')[0] : String(value))
  const sends = () => peer.asked.filter(({ headers }) => headers['x-tc-action'] === 'SendSms')

  test('is asked in its own language, with its own signature, for an approved text', async () => {
    peer = await smsPeer(understand)
    await carrierOf('tencent', QUERY).carry(first)
    await carrierOf('tencent', QUERY).carry({ ...first, messageId: 'second', language: 'en' })
    expect([...peer.phones]).toEqual([
      ['e2b1c0de', { to: '+8613800138000', text: '1400006666 回音 11 []' }],
      ['second', { to: '+8613800138000', text: '1400006666 回音 22 []' }],
    ])
    expect(peer.asked[0]?.headers).toMatchObject({ 'x-tc-version': '2021-01-11', 'x-tc-region': 'ap-guangzhou' })
  })

  test('that took a message without saying so is asked about it before it could be sent twice', async () => {
    peer = await smsPeer(understand)
    const carrier = carrierOf('tencent', QUERY)
    peer.behave('drops')
    expect(await failureOf(carrier.carry(first))).toMatch(/^unclear/)
    peer.behave('hangs')
    expect(await failureOf(carrier.carry({ ...first, messageId: 'slow' }))).toMatch(/^unclear/)
    peer.behave('takes')
    expect(await failureOf(carrier.carry(again))).toBe('taken')
    expect(await failureOf(carrier.carry({ ...again, messageId: 'slow' }))).toBe('taken')
    expect(sends()).toHaveLength(2)
    await carrier.carry({ ...again, messageId: 'another' })
    expect(sends()).toHaveLength(3)
  })

  test('says no to a number, to our signature, or nothing at all: each is told apart', async () => {
    peer = await smsPeer(understand)
    peer.behave('refuses')
    expect(await failureOf(carrierOf('tencent', QUERY).carry(first))).toBe(
      'refused: FailedOperation.PhoneNumberInBlacklist',
    )
    const { sms } = readSettings({ SMS_URL: `tencent://id:wrong@${peer.host}/?${QUERY}` })
    const wrong = smsCarrier(() => openSmsGateway(sms as NonNullable<typeof sms>, PATIENCE))
    expect(await failureOf(wrong.carry(first))).toBe('login: AuthFailure.SignatureFailure')
    await peer.down()
    peer = await smsPeer(understand)
    const nobody = carrierOf('tencent', QUERY)
    await peer.down()
    expect(await failureOf(nobody.carry(first))).toBe('unreachable: ECONNREFUSED')
    await peer.up()
  })
})
