import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type ReceivedMail = {
  /** from the envelope */
  to: string
  messageId: string
  subject: string
  text: string
  /** header names in lower case */
  headers: Map<string, string>
}

/**
 * `takes` the mail; `refuses` the recipient; `later`: asks to come back with it; `hangs`: takes the mail and never says so; `drops`: takes the mail and
 * breaks the connection before saying so.
 */
export type MailManners = 'takes' | 'refuses' | 'later' | 'hangs' | 'drops'

export type MailPeer = {
  url: string
  /** everything that arrived whole, acknowledged or not */
  received: ReceivedMail[]
  /** how it meets every mail, or those to one address */
  behave(manners: MailManners, to?: string): void
  /** nobody listens at its address any more, until it is up again */
  down(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

/** A mail server of the tests on a port of its own. */
export async function mailPeer(): Promise<MailPeer> {
  const received: ReceivedMail[] = []
  const special = new Map<string, MailManners>()
  let ordinary: MailManners = 'takes'
  const mannersTo = (to: string) => special.get(to) ?? ordinary

  const onRcptTo: SMTPServerOptions['onRcptTo'] = ({ address }, _session, answer) =>
    answer(REFUSALS[mannersTo(address)]?.() ?? null)
  const onData: SMTPServerOptions['onData'] = (stream, { envelope }, answer) => {
    const to = envelope.rcptTo.map(({ address }) => address).join(',')
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      received.push(read(to, Buffer.concat(pieces).toString('latin1')))
      const manners = mannersTo(to)
      if (manners === 'drops') for (const { _socket } of connections()) _socket.destroy()
      else if (manners !== 'hangs') answer()
    })
  }
  const open = async (port: number) => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], onRcptTo, onData })
    // a client that broke off is what some tests are about
    server.on('error', () => {})
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    return server
  }
  let server = await open(0)
  const connections = () => server.connections as unknown as Set<{ _socket: { destroy(): void } }>
  const { port } = server.server.address() as AddressInfo
  const down = async () => {
    for (const { _socket } of connections()) _socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (manners, to) => {
      if (to) special.set(to, manners)
      else ordinary = manners
    },
    down,
    up: async () => {
      server = await open(port)
    },
    close: down,
  }
}

const REFUSALS: Partial<Record<MailManners, () => Error>> = {
  refuses: () => Object.assign(new Error('no such mailbox'), { responseCode: 550 }),
  later: () => Object.assign(new Error('come back later'), { responseCode: 451 }),
}

function read(to: string, raw: string): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(lines.map((line) => [before(line).toLowerCase(), line.slice(before(line).length + 2)]))
  const encoding = headers.get('content-transfer-encoding') ?? '7bit'
  return {
    to,
    messageId: headers.get('message-id') ?? '',
    subject: words(headers.get('subject') ?? ''),
    text: decode(rest.join('\r\n\r\n'), encoding).replace(/\r\n/g, '\n'),
    headers,
  }
}

const before = (line: string) => line.slice(0, line.indexOf(':'))
const decode = (body: string, encoding: string) => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body
}
const quoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
/** RFC 2047, as nodemailer writes it. */
const words = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind, text) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replace(/_/g, ' ')),
    )
