import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A port that stays while what is behind it comes back at another one. */
export async function forward(): Promise<{ port: number; to(port: number): void; close(): void }> {
  let behind = 0
  const open = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect(behind, '127.0.0.1')
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    to: (port) => {
      behind = port
    },
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
