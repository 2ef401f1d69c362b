import type { Server, Socket } from 'node:net'
import { SECOND } from '#workflows/clock.ts'

type Manners = { refuse(socket: Socket): void; now(): number }
/** Whoever has just come is not judged yet. */
const GRACE = 2 * SECOND

/**
 * Keeps a place for whoever comes next: of too many connections the one over which least came in its time is ended. It
 * counts neither addresses nor networks: behind one of them may be one person or a whole workplace. Where all have just
 * come, the newcomer is told so by `refuse`.
 */
export function keepPlaces(
  server: Server,
  most: number,
  { refuse = (socket) => void socket.destroy(), now = () => performance.now() }: Partial<Manners> = {},
): void {
  const since = new Map<Socket, number>()
  server.on('connection', (socket: Socket) => {
    since.set(socket, now())
    socket.once('close', () => since.delete(socket))
    if (since.size <= most) return
    const least = slowest(since, now())
    if (least) least.destroy()
    else refuse(socket)
  })
}

function slowest(since: ReadonlyMap<Socket, number>, now: number): Socket | null {
  let found: Socket | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [socket, began] of since) {
    const age = now - began
    const pace = socket.bytesRead / age
    if (age >= GRACE && pace < least) {
      found = socket
      least = pace
    }
  }
  return found
}
