import { connect as connectPlain } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { SECOND } from '#workflows/clock.ts'
import type { SmsSettings } from '#workflows/settings/sms-url.ts'

const PATIENCE = 5 * SECOND
const LOCAL = ['127.0.0.1', 'localhost', '[::1]']

/**
 * What is wrong with the settings as they are written, as far as can be told without sending: the forms of the
 * providers' own numbers, and a login that would cross a network in the clear. Null: nothing.
 */
export function faultOfSms(settings: SmsSettings): string | null {
  if (settings.by === 'http') {
    const { protocol, hostname } = new URL(settings.url)
    const isOpen = protocol === 'http:' && !LOCAL.includes(hostname)
    return isOpen ? 'SMS_URL sends numbers in the clear: write https' : null
  }
  const form = settings.by === 'aliyun' ? /^SMS_\d+$/ : /^\d+$/
  const template = Object.values(settings.templates).find((each) => !form.test(each))
  if (template !== undefined) return `template ${template} in SMS_URL is no template of ${settings.by}`
  if (settings.by === 'tencent' && !/^\d+$/.test(settings.app)) return 'app in SMS_URL is not a number'
  return null
}

/** Who sends, and in which languages, without any of the secrets. */
export function describedSms(settings: SmsSettings): string {
  if (settings.by === 'http') return `the gateway at ${new URL(settings.url).host}`
  const { templates } = settings
  const english = templates.en === templates['zh-CN'] ? ', in Chinese to everybody' : ''
  return `${settings.by} signs ${settings.sign}${english}`
}

/** Whether somebody answers there. Nothing is sent, not even the key. */
export function canReachSms(settings: SmsSettings): Promise<boolean> {
  const { protocol, hostname, port } = new URL(settings.by === 'http' ? settings.url : settings.endpoint)
  const isPlain = protocol === 'http:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const to = { host, port: Number(port) || (isPlain ? 80 : 443) }
  return new Promise((resolve) => {
    const socket = isPlain ? connectPlain(to) : connectTls({ ...to, servername: host })
    const end = (answers: boolean) => () => {
      socket.destroy()
      resolve(answers)
    }
    socket.setTimeout(PATIENCE, end(false))
    socket.once(isPlain ? 'connect' : 'secureConnect', end(true))
    socket.once('error', end(false))
  })
}
