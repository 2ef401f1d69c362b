import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { quantile, round } from './told.ts'
import type { Rate } from './load.ts'

/** Mails that one peer brings before it goes and another comes, as servers do. */
const BY_ONE = 50

/**
 * So many peers at once, each handing over the next mail when the last was acknowledged, until the seconds are over or
 * `next` has no more. Throws at an answer other than 250: it would not have been stored.
 */
export async function deliver(
  port: number,
  { peers, seconds, next }: { peers: number; seconds: number; next: () => Buffer | undefined },
): Promise<Rate> {
  const times: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  const peer = async () => {
    for (;;) {
      const { say, close } = await dial(port)
      for (let sent = 0; sent < BY_ONE; sent++) {
        const mail = performance.now() < end ? next() : undefined
        if (!mail) return close()
        const before = performance.now()
        // both in one, as PIPELINING allows
        await say('MAIL FROM:<li@mail.example>\r\nRCPT TO:<huiyin@yunlan.example>\r\n', ['250', '250'])
        await say('DATA\r\n', ['354'])
        await say(mail, ['250'])
        times.push(performance.now() - before)
      }
      close()
    }
  }
  await Promise.all(Array.from({ length: peers }, peer))
  const perSecond = times.length / ((performance.now() - begun) / 1000)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => round(quantile(times, share)))
  return { perSecond: round(perSecond), p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, answered: times.length }
}

/** Resolves once somebody listens there. */
export async function heard(port: number): Promise<void> {
  const isThere = await dial(port).then(
    ({ close }) => {
      close()
      return true
    },
    () => false,
  )
  if (isThere) return
  await setTimeout(100)
  return heard(port)
}

/** A mail as it goes over the wire: lines that begin with a dot have two, and one alone ends it. */
export const overTheWire = (mail: string): Buffer =>
  Buffer.from(`${mail.replaceAll(/\r?\n/g, '\r\n').replaceAll('\r\n.', '\r\n..')}\r\n.\r\n`)

async function dial(port: number) {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await once(socket, 'connect')
  const hear = answers(socket)
  await hear(1)
  const say = async (words: string | Buffer, expected: string[]) => {
    socket.write(words)
    const heard = await hear(expected.length)
    if (heard.some((line, at) => !line.startsWith(expected[at] ?? '')))
      throw new Error(`not stored: ${heard.join(' ')}`)
  }
  await say('EHLO bench\r\n', ['250'])
  return { say, close: () => socket.end('QUIT\r\n') }
}

/** Resolves with the last lines of so many answers, each of one line or many. */
function answers(socket: Socket): (many: number) => Promise<string[]> {
  let heard = ''
  let told: () => void = () => {}
  socket.on('data', (bytes: Buffer) => {
    heard += bytes.toString('latin1')
    told()
  })
  socket.on('error', () => told())
  return async (many) => {
    const lines: string[] = []
    for (;;) {
      const line = /^.*\r\n/.exec(heard)?.[0]
      if (line) {
        heard = heard.slice(line.length)
        if (line[3] === ' ' && lines.push(line.trim()) === many) return lines
      } else {
        if (socket.destroyed) throw new Error('the listener hung up')
        await new Promise<void>((done) => (told = done))
      }
    }
  }
}
