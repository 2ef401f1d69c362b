import { z } from 'zod'

/** A template as the provider approved it, by language; the words of English are those of Chinese where there is none. */
type Templates = Record<'zh-CN' | 'en', string>
export type SmsSettings =
  | { by: 'http'; url: string; form: boolean; login: { user: string; password: string } | null }
  | { by: 'aliyun'; id: string; secret: string; endpoint: string; sign: string; templates: Templates }
  | {
      by: 'tencent'
      id: string
      secret: string
      endpoint: string
      sign: string
      app: string
      region: string
      templates: Templates
    }

const ADVICE =
  'the message gateway: https://…, form+https://…, aliyun://ID:SECRET@dysmsapi.aliyuncs.com/?sign=…&template=… or tencent://ID:SECRET@sms.tencentcloudapi.com/?app=…&sign=…&template=…'

/** Who sends SMS, by the scheme of the address. Never shown: it holds a secret. */
export const smsUrl = z.string().transform((text, context): SmsSettings => {
  const found = readSmsUrl(text)
  if (found) return found
  context.addIssue({ code: 'custom', message: `write ${ADVICE}` })
  return z.NEVER
})

function readSmsUrl(text: string): SmsSettings | null {
  // the parts of a scheme it does not know are not taken apart by URL
  const [, scheme = '', rest = ''] = /^([a-z+]+):\/\/(.+)$/.exec(text) ?? []
  const url = URL.canParse(`https://${rest}`) ? new URL(`https://${rest}`) : null
  if (!url) return null
  const [id, secret] = [decoded(url.username), decoded(url.password)]
  if (id === null || secret === null) return null
  if (['http', 'https', 'form+http', 'form+https'].includes(scheme)) {
    const plain = new URL(`${scheme.replace('form+', '')}://${rest}`)
    plain.username = ''
    plain.password = ''
    const login = id ? { user: id, password: secret } : null
    return { by: 'http', url: plain.href, form: scheme.startsWith('form+'), login }
  }
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const templates = { 'zh-CN': asked('template'), en: asked('template-en') || asked('template') }
  const common = { id, secret, endpoint: `${schemeOf(url)}://${url.host}`, sign: asked('sign'), templates }
  if (!id || !secret || !common.sign || !templates['zh-CN']) return null
  if (scheme === 'aliyun') return { by: 'aliyun', ...common }
  if (scheme !== 'tencent' || !asked('app')) return null
  return { by: 'tencent', ...common, app: asked('app'), region: asked('region') || 'ap-guangzhou' }
}

/** Null where a % does not begin a character: it is written %25. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** A provider is spoken to by TLS; something standing in for it on this machine need not be. */
const schemeOf = ({ hostname }: URL) => (['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? 'http' : 'https')
