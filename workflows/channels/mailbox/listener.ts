import { once } from 'node:events'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import { keepPlaces } from '#workflows/protection/places.ts'
import { type Room, roomFor } from '#workflows/protection/room.ts'
import { MOST_KEPT } from './what-it-is.ts'

/** `megabytes`: of mails that are coming in or wait to be stored, all together; whoever comes then is asked to come later. */
export type ListenerLimits = { bytes: number; peers: number; megabytes: number; silence: number; patience: number }
const LIMITS: ListenerLimits = {
  bytes: MOST_KEPT,
  peers: 100,
  megabytes: 96,
  silence: MINUTE,
  patience: 10 * MINUTE,
}
/** When told to stop: how long the peers that are connected may go on. */
const LEAVE = 3 * SECOND

export type Listener = { port: number; close(): Promise<void> }
export type Listening = {
  at: { protocol: 'smtp' | 'lmtp'; host: string; port: number }
  /** stores a mail before it resolves; what it throws is told to the peer as "later" */
  take(raw: Buffer): Promise<unknown>
  /** whether a mail to this address is ours to take; nothing is ever passed on to another server */
  receives(address: string): boolean
  /** the code of a failure, for the peer and the log */
  failed(error: unknown): string
  limits?: Partial<ListenerLimits>
}

/**
 * Listens for mail. A peer hears 250 once its mail is stored and not before, 451 or 452 where it could not be and has to
 * come again, 552 where it is too big. Of the peers nothing is written down. Rejects where it cannot listen.
 */
export async function listenForMail({ at, take, receives, failed, limits }: Listening): Promise<Listener> {
  const most = { ...LIMITS, ...limits }
  const room = roomFor(most.megabytes * 1024 * 1024)
  const underWay = new Set<Promise<void>>()

  const onRcptTo: SMTPServerOptions['onRcptTo'] = ({ address }, _session, answer) =>
    answer(receives(address) ? null : says(550, 'No such mailbox here'))
  const onData: SMTPServerOptions['onData'] = (stream, { envelope }, answer) => {
    const from = envelope.mailFrom && envelope.mailFrom.address === '' ? fromNobody : asItCame
    const work = receive(stream, most, room, (raw) => take(from(raw)))
      .catch((error: unknown) => later(failed(error)))
      .then((refusal) => answer(refusal))
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
  const server = new SMTPServer({
    lmtp: at.protocol === 'lmtp',
    // whose machine this is, is nobody's business
    name: 'huiyin',
    heloResponse: '%s',
    size: most.bytes,
    rejectOversized: true,
    // the slowest goes before anybody is refused
    maxClients: 2 * most.peers,
    socketTimeout: most.silence,
    closeTimeout: LEAVE,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo,
    onData,
  })
  // peers that break off: what was not acknowledged, they bring again. And a place that is taken is told below
  server.on('error', () => {})
  keepPlaces(server.server, most.peers, { refuse: (socket) => void socket.end(FULL) })
  server.listen(at.port, at.host.replace(/^\[(.*)\]$/, '$1'))
  await Promise.race([
    once(server.server, 'listening'),
    once(server.server, 'error').then(([error]) => Promise.reject(error)),
  ])
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : at.port,
    close: async () => {
      await new Promise<void>((closed) => server.close(closed))
      await Promise.all(underWay)
    },
  }
}

const asItCame = (raw: Buffer): Buffer => raw

/**
 * What mail servers write on a mail that they deliver (RFC 5321 §4.4), where its sender is empty: it is a machine's, or
 * nobody's to answer. Senders that are somebody are written down nowhere.
 */
function fromNobody(raw: Buffer): Buffer {
  const isMarked = /^>?From /.test(raw.toString('latin1', 0, 6))
  const begins = isMarked ? raw.indexOf('\n') + 1 : 0
  return Buffer.concat([raw.subarray(0, begins), Buffer.from('Return-Path: <>\r\n'), raw.subarray(begins)])
}

const FULL = '421 huiyin Too many connected clients, try again in a moment\r\n'
const says = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

const DISK_FULL = '53100'
const later = (code: string) =>
  code === DISK_FULL ? says(452, 'Not stored: no room now, try again later') : says(451, 'Not stored, try again later')

/** Collects a mail and has it stored; null, or what to tell the peer instead of 250. Throws what storing throws. */
async function receive(
  stream: SMTPServerDataStream,
  most: ListenerLimits,
  room: Room,
  take: Listening['take'],
): Promise<Error | null> {
  let pieces: Buffer[] = []
  let refusal: Error | null = null
  const letGo = (why: Error | null) => {
    refusal ??= why
    pieces = []
    guest.leave()
  }
  const guest = room.enter(() => letGo(says(451, 'Too slow, try again later')))
  const hurry = setTimeout(() => letGo(says(451, 'Too slow, try again later')), most.patience)
  try {
    for await (const piece of stream) {
      guest.moved(piece.length)
      if (refusal) continue
      if (stream.sizeExceeded) letGo(says(552, 'Too big'))
      else if (guest.take(piece.length)) pieces.push(piece)
      else letGo(says(452, 'Too many mails at once, try again later'))
    }
    clearTimeout(hurry)
    guest.arrived()
    if (!refusal) await take(Buffer.concat(pieces))
    return refusal
  } finally {
    clearTimeout(hurry)
    letGo(null)
  }
}
