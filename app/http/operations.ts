import { type Request, type Response, Router } from 'express'
import { isReady } from '#workflows/reading/readiness.ts'
import type { House } from '#workflows/house.ts'
import { SECOND } from '#workflows/clock.ts'

/** What whoever runs the site asks: does it live, can it work, how much does it use. */
export function operations(house: House): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => plain(response, 200, 'ok'))
  router.get('/readyz', (_request, response, next) => {
    isReady(house).then((ready) => plain(response, ready ? 200 : 503, ready ? 'ready' : 'not ready'), next)
  })
  router.get('/metrics', (request, response, next) => {
    if (isFromThisMachine(request)) plain(response, 200, figures())
    else next()
  })
  return router
}

const plain = (response: Response, status: number, text: string) =>
  response.status(status).type('text/plain').send(text)

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** A proxy on this machine asks for others. */
const isFromThisMachine = ({ socket, headers }: Request) =>
  LOOPBACK.includes(socket.remoteAddress ?? '') && !headers['x-forwarded-for'] && !headers.forwarded

/** Prometheus text format, of the process alone: nothing here counts people. */
function figures(): string {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    `process_resident_memory_bytes ${rss}`,
    `nodejs_heap_used_bytes ${heapUsed}`,
    `process_cpu_seconds_total ${(user + system) / (SECOND * SECOND)}`,
    `process_uptime_seconds ${process.uptime()}`,
    '',
  ].join('\n')
}
