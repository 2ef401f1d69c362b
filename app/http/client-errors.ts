import { type IncomingMessage, type Server, STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { headersFor, type HeaderSettings } from './headers.ts'

/** What Node cannot read as a request, by its code; anything else is 400. */
const STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Answers what never becomes a request: broken, too long, too slow, or expecting what nobody offers. With the headers of
 * every answer, and not a word about what was wrong.
 */
export function answerClientErrors(server: Server, settings: HeaderSettings): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const status = STATUS[error.code ?? ''] ?? 400
    const headers = { ...headersFor(settings, '', 'none'), Connection: 'close', 'Content-Length': '0' }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n'))
  })
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(417, { ...headersFor(settings, '', 'none'), Connection: 'close', 'Content-Length': '0' }).end()
  })
}
