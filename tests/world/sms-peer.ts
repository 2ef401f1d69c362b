import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { path: string; headers: IncomingMessage['headers']; body: string }

/**
 * `takes` it · `refuses` the number · `later`: asks to come back · `hangs`: takes it and never says so · `drops`: takes
 * it and breaks the connection · `breaks`: takes it and answers that it broke.
 */
export type SmsManners = 'takes' | 'refuses' | 'later' | 'hangs' | 'drops' | 'breaks'

export type SmsPeer = {
  host: string
  /** every request, in its order */
  asked: Asked[]
  /** what it sent on to phones, an id once */
  phones: Map<string, { to: string; text: string }>
  behave(manners: SmsManners): void
  down(): Promise<void>
  up(): Promise<void>
}

/** What a gateway makes of a request: a message to send on, or an answer to something else. */
export type Understood = { message?: { id: string; to: string; text: string }; answers: string; refuses?: string }

/** An SMS gateway of the tests on a port of its own, speaking whatever `understand` does. */
export async function smsPeer(
  understand: (asked: Asked, peer: Pick<SmsPeer, 'phones'>) => Understood,
): Promise<SmsPeer> {
  const asked: Asked[] = []
  const phones: SmsPeer['phones'] = new Map()
  let manners: SmsManners = 'takes'

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const piece of request.setEncoding('utf8')) body += piece
    const one = { path: request.url ?? '', headers: request.headers, body }
    asked.push(one)
    const { message, answers, refuses } = understand(one, { phones })
    if (message && manners === 'later') return response.writeHead(503).end()
    if (message && manners === 'refuses') return response.writeHead(refuses ? 200 : 422).end(refuses)
    if (message && !phones.has(message.id)) phones.set(message.id, { to: message.to, text: message.text })
    if (message && manners === 'hangs') return undefined
    if (message && manners === 'drops') return request.socket.destroy()
    if (message && manners === 'breaks') return response.writeHead(500).end()
    return response.writeHead(200, { 'content-type': 'application/json' }).end(answers)
  }
  const open = async (port: number): Promise<Server> => {
    const server = createServer((request, response) => void answer(request, response))
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server = await open(0)
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    asked,
    phones,
    behave: (wanted) => {
      manners = wanted
    },
    down: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
    up: async () => {
      server = await open(port)
    },
  }
}
