import { isIP } from 'node:net'
import { z } from 'zod'

/** One schema per kind of value. A message says what is wrong and what to write, e.g. `PORT is "80a": write …`. */
const say = (advice: string) => ({ error: `write ${advice}` })

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, say(`a whole number from ${from} to ${to}`))
    .transform(Number)
    .refine((number) => number >= from && number <= to, say(`a whole number from ${from} to ${to}`))

export const oneOf = <Word extends string>(...words: [Word, ...Word[]]) =>
  z.enum(words, say(words.map((word) => `"${word}"`).join(' or ')))

export const onOrOff = oneOf('on', 'off').transform((word) => word === 'on')

const HOST = /^(\[[0-9a-fA-F:]+\]|[0-9a-zA-Z._-]+|[0-9a-fA-F:]+)$/
export const host = z.string().regex(HOST, say('a host name or address without scheme and port, e.g. 127.0.0.1'))

export const filePath = z
  .string()
  .refine((path) => !path.includes('\0') && !path.startsWith('~'), say('a path of the file system'))

/** Scheme, host and port alone: what stands before the first slash of every address. */
export const origin = z.string().transform((text, context) => {
  const url = parse(text)
  const bare =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (bare) return url.origin
  return refuse(context, 'http:// or https:// with a host and nothing after it, e.g. https://huiyin.example.cn')
})

/** A whole address with one of these schemes. Its value is never shown: it may hold a password. */
export const address = (schemes: string[], example: string, holds: (url: URL) => boolean = () => true) =>
  z.string().transform((text, context) => {
    const url = parse(text)
    if (url && schemes.includes(url.protocol.slice(0, -1)) && url.hostname && holds(url)) return text
    return refuse(context, example)
  })

/** Where the house listens for mail: SMTP unless it says `lmtp://`. */
export const mailListen = z.string().transform((text, context) => {
  const found = /^(?:(smtp|lmtp):\/\/)?(\[[0-9a-fA-F:]+\]|[0-9a-zA-Z._-]+):(\d{1,5})$/.exec(text)
  const port = Number(found?.[3])
  if (found?.[2] && port <= 65535)
    return { protocol: found[1] === 'lmtp' ? ('lmtp' as const) : ('smtp' as const), host: found[2], port }
  return refuse(context, 'host:port, e.g. 127.0.0.1:2525 or lmtp://127.0.0.1:2424')
})

/** Addresses and networks, `10.0.0.7, 10.1.0.0/16`. */
export const networks = z.string().transform((text, context) => {
  const said = text.split(',').map((each) => each.trim())
  return said.every(isNetwork)
    ? said
    : refuse(context, 'addresses or networks between commas, e.g. 127.0.0.1, 10.1.0.0/16')
})

/** A network of every address trusts everybody: it is none. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128))
}

const SENDER = /^([^\r\n<>"]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/
export const sender = z.string().regex(SENDER, say('an address, e.g. 回音 <huiyin@example.cn>'))

export const longSecret = z.string().min(8, say('a secret of at least 8 characters'))
export const anyText = z.string().min(1)

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

function refuse(context: z.RefinementCtx, advice: string): never {
  context.addIssue({ code: 'custom', message: `write ${advice}` })
  return z.NEVER
}
