import { action } from '#app/front-desk/report.tsx'
import type { LimitedAct } from '#app/http/context.ts'
import type { Limits } from '#app/http/limits.ts'
import { action as follow } from '#app/follow-up/follow.tsx'
import type { Answer } from '#app/follow-up/follow.tsx'
import type { FormFault } from '#app/front-desk/faults.ts'
import type { Typed } from '#workflows/channels/web/report-form.ts'
import type { House } from '#workflows/house.ts'

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Fields = Record<string, string | Blob[]>
type Sent<Body> = { status: number; body: Body; cookies: string[]; location: string | null }
type ReportAnswer =
  | { received: true; code: string | null; again: boolean; files: string[] }
  | { received: false; typed: Typed; faults: FormFault[]; submission: string | null; again: string[] }

/** From where every browser here comes. */
export const NETWORK = '203.0.113'

/**
 * A browser in which forms of the reporter's pages are sent; it keeps its cookies, and may begin with one. `spare`: what the
 * network may still do; or `limits`, which say so.
 */
export function aBrowser(
  house: House,
  {
    spare = Number.POSITIVE_INFINITY,
    limits,
    cookie: held = '',
  }: { spare?: number; limits?: Limits; cookie?: string } = {},
) {
  let cookie = held
  let left = spare
  const spend = (act: LimitedAct) => limits?.spend(act, NETWORK) ?? left-- > 0
  const giveBack = (act: LimitedAct) => limits?.giveBack(act, NETWORK)
  const send = async (page: typeof action | typeof follow, path: string, body: BodyInit) => {
    const cookies: string[] = []
    const context = { house, nonce: '', spend, giveBack, setCookie: (line: string) => void cookies.push(line) }
    const request = new Request(`http://huiyin.test${path}`, { method: 'POST', body, headers: { Cookie: cookie } })
    const answer: unknown = await page({ request, params: {}, context })
    for (const line of cookies) cookie = line.split(';')[0] ?? ''
    if (answer instanceof Response)
      return { status: answer.status, body: null, cookies, location: answer.headers.get('location') }
    const { data, init } = answer as { data: unknown; init: ResponseInit | null }
    return { status: init?.status ?? 200, body: data, cookies, location: null }
  }
  return {
    report: (fields: Fields) => send(action, '/report', multipart(fields)) as Promise<Sent<ReportAnswer>>,
    follow: (fields: Record<string, string>) =>
      send(follow, '/follow', new URLSearchParams(fields)) as Promise<Sent<Answer>>,
    /** what the browser would show of its session: the cookie it holds now */
    cookie: () => cookie,
  }
}

function multipart(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') form.append(name, value)
    else for (const file of value) form.append(name, file)
  return form
}

export const aFile = (bytes: Buffer | string, name: string): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
