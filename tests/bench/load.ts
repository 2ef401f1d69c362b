import { Agent, type OutgoingHttpHeaders, request } from 'node:http'
import { quantile, round } from './told.ts'

/** One request. */
export type Shot = { path: string; headers?: OutgoingHttpHeaders; body?: Buffer }
/** How many were answered rightly in a second, and how long one took, in milliseconds. */
export type Rate = { perSecond: number; p50: number; p95: number; p99: number; answered: number }

/** A server limits what comes from one network; so many requests leave from each before the next is taken. */
const FROM_ONE_NETWORK = 15
let networks = 0

/**
 * So many clients, each sending the next request when the last is answered, until the seconds are over or `next` has
 * no more. Throws at an answer other than 200. Clients come from ever new networks of the loopback (127.a.b.1).
 */
export async function drive(
  port: number,
  { clients, seconds, next }: { clients: number; seconds: number; next: () => Shot | undefined },
): Promise<Rate> {
  const times: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  const client = async () => {
    while (performance.now() < end) {
      const network = networks++
      const localAddress = `127.${1 + (Math.floor(network / 254) % 250)}.${1 + (network % 254)}.1`
      const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress })
      for (let sent = 0; sent < FROM_ONE_NETWORK && performance.now() < end; sent++) {
        const shot = next()
        if (!shot) return agent.destroy()
        const before = performance.now()
        await send(port, agent, shot)
        times.push(performance.now() - before)
      }
      agent.destroy()
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const perSecond = times.length / ((performance.now() - begun) / 1000)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => round(quantile(times, share)))
  return { perSecond: round(perSecond), p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, answered: times.length }
}

const send = (port: number, agent: Agent, { path, headers, body }: Shot): Promise<void> =>
  new Promise((done, failed) => {
    const sent = request({ host: '127.0.0.1', port, path, agent, method: body ? 'POST' : 'GET', headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', failed)
      answer.on('end', () => {
        if (answer.statusCode === 200) done()
        else
          failed(new Error(`${path} answered ${answer.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 500)}`))
      })
    })
    sent.on('error', failed)
    sent.end(body)
  })
