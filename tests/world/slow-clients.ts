import { connect, type Socket } from 'node:net'

const EDGE = 'edge'
const MEGABYTE = 1024 * 1024
const DECLARED = 29 * MEGABYTE

/** The beginning of a report with a photo, which declares far more than ever comes. */
export const beginning = (path: string, photo: number): Buffer =>
  Buffer.concat([
    Buffer.from(
      `POST ${path} HTTP/1.1\r\nHost: here\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: multipart/form-data; boundary=${EDGE}\r\nContent-Length: ${DECLARED}\r\n\r\n` +
        `--${EDGE}\r\nContent-Disposition: form-data; name="text"\r\n\r\n每天填八张表\r\n` +
        `--${EDGE}\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
    ),
    Buffer.alloc(photo, 0xff),
  ])

/** What each kind of slow client says at first; then a byte now and then, or nothing. */
const KINDS = {
  /** never ends the lines before the body */
  headers: { first: (path: string) => Buffer.from(`POST ${path} HTTP/1.1\r\nHost: here\r\nX-A: `), drip: 'a' },
  /** a body of which nearly nothing comes */
  body: { first: (path: string) => beginning(path, 10), drip: 'a' },
  /** a body that comes fast, until it is worth holding on to, and then no more */
  stalled: { first: (path: string) => beginning(path, MEGABYTE / 2), drip: null },
  /** asks for pages and reads none */
  reader: { first: () => Buffer.from('GET / HTTP/1.1\r\nHost: here\r\n\r\n'.repeat(2)), drip: null },
  /** says nothing at all */
  silent: { first: () => Buffer.alloc(0), drip: null },
}
const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[]
const DRIP_MS = 500

/** So many clients of all kinds hang on a server: half of them from one address, half from as many as there are. */
export async function slowClients(port: number, count: number, path = '/report') {
  const sockets: Socket[] = []
  const timers: NodeJS.Timeout[] = []
  const start = (at: number) =>
    new Promise<void>((begun) => {
      const { first, drip } = KINDS[KIND_NAMES[at % KIND_NAMES.length] ?? 'silent']
      const from = at % 2 === 0 ? {} : { localAddress: `127.0.${1 + (at >> 7)}.${1 + (at & 127)}` }
      const socket = connect({ host: '127.0.0.1', port, ...from })
      socket.on('error', () => begun())
      sockets.push(socket)
      socket.once('connect', () => {
        socket.pause()
        const said = first(path)
        if (said.length > 0) socket.write(said)
        if (drip !== null) timers.push(setInterval(() => socket.writable && socket.write(drip), DRIP_MS))
        begun()
      })
    })
  await Promise.all(Array.from({ length: count }, (_, at) => start(at)))
  return {
    open: () => sockets.filter((socket) => !socket.destroyed).length,
    end: () => {
      for (const timer of timers) clearInterval(timer)
      for (const socket of sockets) socket.destroy()
    },
  }
}
