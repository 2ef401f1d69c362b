import { createServer, type RequestListener, type Server } from 'node:http'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import { keepPlaces } from '#workflows/protection/places.ts'

/** How long a client may take: for the lines before its body, for all of a request, between two requests, for nothing at all. */
const PATIENCE = {
  headersTimeout: 20 * SECOND,
  requestTimeout: 5 * MINUTE,
  keepAliveTimeout: 5 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
}
/** Longer than any page takes to be made. */
const SILENCE = 3 * MINUTE
/** Each holds at most what a form without files is. */
const MOST_CONNECTIONS = 1000

/** The HTTP server, patient with slow clients as long as they stand in nobody's way. */
export function patientServer(listener: RequestListener, { most = MOST_CONNECTIONS } = {}): Server {
  const server = createServer(PATIENCE, listener)
  server.setTimeout(SILENCE)
  keepPlaces(server, most)
  return server
}
