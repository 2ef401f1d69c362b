import { isIP, type Socket } from 'node:net'
import type { RequestHandler } from 'express'
import { isLoopback } from '#workflows/settings/loopback.ts'
import type { Settings } from '#workflows/settings.ts'

type HostSettings = Pick<Settings, 'publicUrl' | 'host'>
const SAID = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i

/**
 * Answers only under a name of its own: another name is answered with 421, and what is no name at all with 400. A page
 * under a foreign name could be read by whoever owns that name. A name that a proxy says besides is never heard.
 */
export const knownHost =
  (settings: HostSettings): RequestHandler =>
  (request, response, next) => {
    delete request.headers['x-forwarded-host']
    const said = request.headers.host ?? ''
    if (!SAID.test(said) || !URL.canParse(`http://${said}`)) return void plain(400, 'Bad Request')
    if (!isOurs(settings, new URL(`http://${said}`).hostname, request.socket)) plain(421, 'Misdirected Request')
    else next()

    function plain(status: number, text: string) {
      response.status(status).set('Connection', 'close').type('text/plain').send(text)
    }
  }

/** The name people know, this machine's own, the one it listens under, and the address that was reached. */
function isOurs({ publicUrl, host }: HostSettings, said: string, { localAddress }: Socket): boolean {
  if (said === new URL(publicUrl).hostname || said === nameOf(host) || isLoopback(said)) return true
  return localAddress !== undefined && said === nameOf(localAddress.replace(/^::ffff:(?=[\d.]+$)/, ''))
}

/** As it stands in an address: IPv6 in brackets. */
const nameOf = (host: string) => (isIP(host) === 6 ? `[${host}]` : host.toLowerCase())
