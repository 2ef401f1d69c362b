import { describe, expect, test } from 'vitest'
import { readSettings, SettingError } from '#workflows/settings.ts'

const DATABASE_URL = 'postgres://owner:hunter2@db.example:5432/huiyin'

function refusalOf(env: Record<string, string>): string {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof SettingError) return error.message
    throw error
  }
  return 'accepted'
}

describe('a setting that cannot be right stops the start with one line', () => {
  test.each([
    [{ PORT: '80a' }, 'PORT is "80a": write a whole number from 1 to 65535'],
    [{ PORT: '0' }, 'PORT is "0": write a whole number from 1 to 65535'],
    [{ HOST: 'http://localhost' }, 'HOST is "http://localhost": write a host name or address'],
    [{ PUBLIC_URL: 'https://a.example/town' }, 'PUBLIC_URL is "https://a.example/town": write http:// or https://'],
    [{ PUBLIC_URL: 'a.example\nPORT=1' }, 'PUBLIC_URL is "a.example\\nPORT=1": write http://'],
    [{ FILES_URL: 'ftp://a.example' }, 'FILES_URL is "ftp://a.example": write http://'],
    [{ DATABASE_URL: 'mysql://root:hunter2@db' }, 'DATABASE_URL is not right: write the owner'],
    [{ DATABASE_URL: 'postgres://root:hunter2@db' }, 'DATABASE_URL is not right: write the owner'],
    [{ SMTP_URL: 'mail:hunter2' }, 'SMTP_URL is not right: write smtp://'],
    [{ SMTP_URL: 'smtp://a:hunter2@b' }, 'MAIL_FROM is missing'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM is "nobody": write an address'],
    [{ MAIL_FROM: 'A <a@b.cn>\nBcc: x@y.cn' }, 'MAIL_FROM is "A <a@b.cn>\\nBcc: x@y.cn": write an address'],
    [{ MAILBOX_URL: 'imaps://box.example/INBOX' }, 'MAILBOX_URL is not right: write imaps://user'],
    [{ MAIL_LISTEN: '2525' }, 'MAIL_LISTEN is "2525": write host:port'],
    [{ MAIL_LISTEN: '127.0.0.1:99999' }, 'MAIL_LISTEN is "127.0.0.1:99999": write host:port'],
    [{ SMS_URL: 'gateway' }, 'SMS_URL is not right: write the message gateway'],
    [
      { SMS_URL: 'aliyun://id:hunter2@dysmsapi.aliyuncs.com/?sign=A' },
      'SMS_URL is not right: write the message gateway',
    ],
    [{ SMS_URL: 'tencent://id:hunter2@sms.tencentcloudapi.com/?sign=A&template=1' }, 'SMS_URL is not right: write'],
    [{ HUMAN_CHECK: 'none' }, 'HUMAN_CHECK is "none": write "pow" or "hcaptcha" or "off"'],
    [{ HUMAN_CHECK: 'hcaptcha' }, 'HCAPTCHA_SITEKEY is missing'],
    [{ HUMAN_CHECK: 'hcaptcha', HCAPTCHA_SITEKEY: 'a' }, 'HCAPTCHA_SECRET is missing'],
    [{ HUMAN_CHECK: 'off', DATABASE_URL }, 'HUMAN_CHECK is "off" with DATABASE_URL'],
    [{ DEMO_CLOCK: 'yes' }, 'DEMO_CLOCK is "yes": write "on" or "off"'],
    [{ DEMO_CLOCK: 'on', DATABASE_URL }, 'DEMO_CLOCK is "on" with DATABASE_URL'],
    [{ PUBLIC_URL: 'https://jianfu.example.cn' }, 'PUBLIC_URL is "https://jianfu.example.cn" without DATABASE_URL'],
    [{ PUBLIC_URL: 'https://localhost' }, 'PUBLIC_URL is "https://localhost" without DATABASE_URL'],
    [{ PUBLIC_URL: 'http://jianfu.example.cn' }, 'set DATABASE_URL for a real town, or SAMPLE_TOWN=public'],
    [{ PUBLIC_URL: 'http://127.0.0.1.example.cn' }, 'PUBLIC_URL is "http://127.0.0.1.example.cn" without DATABASE_URL'],
    [{ HOST: '0.0.0.0' }, 'HOST is "0.0.0.0" without DATABASE_URL'],
    [{ HOST: '::' }, 'HOST is "::" without DATABASE_URL'],
    [{ HOST: '192.168.1.5' }, 'HOST is "192.168.1.5" without DATABASE_URL'],
    [{ SAMPLE_TOWN: 'yes' }, 'SAMPLE_TOWN is "yes": write "public"'],
    [{ SAMPLE_TOWN: 'public', DATABASE_URL }, 'SAMPLE_TOWN is set with DATABASE_URL'],
    [{ HOTLINE_PUSH_KEY: 'hunter2' }, 'HOTLINE_PUSH_KEY is not right: write a secret of at least 8'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud": write "fatal"'],
    [{ WORKERS: '-1' }, 'WORKERS is "-1": write a whole number from 0 to 64'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES is "proxy.example": write addresses or networks'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES is "10.0.0.0/33": write addresses or networks'],
    [{ TRUSTED_PROXIES: '10.0.0.1,' }, 'TRUSTED_PROXIES is "10.0.0.1,": write addresses or networks'],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES is "0.0.0.0/0": write addresses or networks'],
    [{ SAMPLE_CODES: 'yes' }, 'SAMPLE_CODES is "yes": write "on" or "off"'],
    [{ DATA_DIR: '~/town' }, 'DATA_DIR is "~/town": write a path'],
    [{ HCAPTCHA_FOO: 'hunter2' }, 'HCAPTCHA_FOO is not known: did you mean HCAPTCHA_'],
    [{ MAIL_FORM: 'a@b.cn' }, 'MAIL_FORM is not known: did you mean MAIL_FROM?'],
    [{ DATABSE_URL: DATABASE_URL }, 'DATABSE_URL is not known: did you mean DATABASE_URL?'],
    [{ KEY_FILE: '/keys' }, 'KEY_FILE is not known: did you mean KEYS_FILE?'],
  ])('%j', (env, line) => {
    const refusal = refusalOf(env)
    expect(refusal).toContain(line)
    expect(refusal).not.toMatch(/\n|hunter2/)
  })
})

test('nobody speaks for another address unless they are named', () => {
  expect(readSettings({ DATABASE_URL, PUBLIC_URL: 'https://huiyin.example.cn' }).trustedProxies).toEqual([])
  expect(readSettings({ TRUSTED_PROXIES: '10.0.0.7, fd00::/8' }).trustedProxies).toEqual(['10.0.0.7', 'fd00::/8'])
})

test('the sample town shows its sign-in codes on this machine alone, unless it is told to', () => {
  const shown = (env: Record<string, string>) => readSettings({ SAMPLE_TOWN: 'public', ...env }).sampleCodes
  expect(shown({})).toBe(true)
  expect(shown({ HOST: '::1' })).toBe(true)
  for (const HOST of ['0.0.0.0', '::', '10.0.0.7', 'huiyin.lan']) expect(shown({ HOST }), HOST).toBe(false)
  // a proxy on this machine brings others
  expect(shown({ PUBLIC_URL: 'https://huiyin.example.cn' })).toBe(false)
  expect(shown({ HOST: '0.0.0.0', SAMPLE_CODES: 'on' })).toBe(true)
  expect(shown({ SAMPLE_CODES: 'off' })).toBe(false)
  expect(shown({ SAMPLE_TOWN: '', DATABASE_URL, SAMPLE_CODES: 'on' })).toBe(false)
})

test('nothing set is the sample town: built-in database, this machine only, movable clock, proof of work', () => {
  expect(readSettings({})).toMatchObject({
    sampleTown: true,
    databaseUrl: null,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    humanCheck: 'pow',
    demoClock: true,
    workers: 0,
  })
})

test('the sample town is shown to others where that was said on purpose, and on this machine always', () => {
  const shown = { SAMPLE_TOWN: 'public', HOST: '0.0.0.0', PUBLIC_URL: 'https://demo.example.cn' }
  expect(readSettings(shown)).toMatchObject({ sampleTown: true, host: '0.0.0.0' })
  for (const HOST of ['localhost', '127.0.0.1', '::1', '[::1]']) expect(readSettings({ HOST }).sampleTown).toBe(true)
  expect(readSettings({ PUBLIC_URL: 'http://localhost:3000' }).sampleTown).toBe(true)
})

test('a given database is a real town, and with NODE_ENV=test one whose clock may be moved', () => {
  expect(readSettings({ DATABASE_URL })).toMatchObject({ sampleTown: false, demoClock: false, workers: 1 })
  const moved = readSettings({ DATABASE_URL, NODE_ENV: 'test', DEMO_CLOCK: 'on', HUMAN_CHECK: 'off' })
  expect(moved).toMatchObject({ testing: true, demoClock: true, humanCheck: 'off' })
})

test("an empty value counts as none, and other programs' variables are left alone", () => {
  expect(
    readSettings({ PORT: '', MAIL: '/var/mail/root', PATH: '/bin', POST: '1', HOSTNAME: 'box', LANG: 'C' }),
  ).toEqual(readSettings({}))
})

test('every well-formed value is taken as it was meant', () => {
  const settings = readSettings({
    SAMPLE_TOWN: 'public',
    HOST: '0.0.0.0',
    PORT: '8080',
    SMTP_URL: 'smtps://user:pass@mail.example:465',
    MAIL_FROM: '回音 <huiyin@example.cn>',
    MAIL_LISTEN: 'lmtp://127.0.0.1:2424',
    MAILBOX_URL: 'imaps://user:pass@mail.example/INBOX',
    HUMAN_CHECK: 'hcaptcha',
    HCAPTCHA_SITEKEY: 'site',
    HCAPTCHA_SECRET: 'secret',
  })
  expect(settings).toMatchObject({
    publicUrl: 'http://localhost:8080',
    mail: { url: 'smtps://user:pass@mail.example:465', from: '回音 <huiyin@example.cn>' },
    mailListen: { protocol: 'lmtp', host: '127.0.0.1', port: 2424 },
    hcaptcha: { sitekey: 'site', secret: 'secret', verifyUrl: 'https://api.hcaptcha.com/siteverify' },
  })
})
