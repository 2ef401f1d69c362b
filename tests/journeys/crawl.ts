import { unzipSync } from 'fflate'
import type { APIRequestContext } from 'playwright'

export type Seen = { path: string; status: number; body: Buffer }

const MOST_PAGES = 40
/** Lists that go on and on, and the same list in another order. */
const MOST_ALIKE = 2
const MOST_FILES = 20
const LEAD_AWAY = /^\/(sign-out|language|letter-size|assets|build)\b/

/**
 * Everything that somebody reaches by links from these pages: each page, what scripts would load for it, and files;
 * archives unpacked.
 */
export async function crawl(request: APIRequestContext, from: readonly string[]): Promise<Seen[]> {
  const seen: Seen[] = []
  const known = new Set(from)
  const alike = new Map<string, number>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined && seen.length < 2 * MOST_PAGES; path = waiting.shift()) {
    const page = await look(request, path)
    seen.push(page)
    if (!page.body.subarray(0, 200).toString().includes('<!DOCTYPE')) continue
    const [pathname = '', query] = path.split('?')
    seen.push(await look(request, `${pathname === '/' ? '/_root' : pathname}.data${query ? `?${query}` : ''}`))
    for (const [, link = ''] of page.body.toString().matchAll(/href="(\/[^"#]*)/g)) {
      const next = link.replaceAll('&amp;', '&')
      const kind = `${next.split('?')[0]?.replace(/[\da-f]{8}-[\da-f-]{27}/g, '…')} ${/q=/.test(next)}`
      const most = next.includes('/files/') ? MOST_FILES : MOST_ALIKE
      if (known.has(next) || LEAD_AWAY.test(next) || (alike.get(kind) ?? 0) >= most) continue
      known.add(next)
      alike.set(kind, (alike.get(kind) ?? 0) + 1)
      waiting.push(next)
    }
  }
  return seen
}

async function look(request: APIRequestContext, path: string): Promise<Seen> {
  const answer = await request.get(path, { maxRedirects: 0 })
  const body = await answer.body()
  const isZip = body.subarray(0, 2).toString() === 'PK'
  const inside = isZip ? Object.values(unzipSync(body)).map((bytes) => Buffer.from(bytes)) : []
  return { path, status: answer.status(), body: Buffer.concat([body, ...inside]) }
}
