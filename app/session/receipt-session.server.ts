import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { cookieIn, cookieName, setCookie } from '#app/http/cookies.ts'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { openCookie, sealCookie } from '#workflows/protection/sealed-cookie.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
import { endedSessionsOf } from './ended-sessions.server.ts'

const NAME = 'follow'
const PURPOSE = 'receipt session'
/** From the code being typed, whatever is done in it. A shared computer is left sooner than a desk. */
const LASTS = 15 * MINUTE

const receiptSession = z.strictObject({
  report: z.uuid(),
  code: z.int(),
  session: z.uuid(),
  process: z.uuid(),
  begun: z.int(),
})
type ReceiptSession = z.infer<typeof receiptSession>

/** The reporter whose code was typed in this browser in the last quarter of an hour, or null. */
export function reporterOf(house: House, request: Request): Reporter | null {
  const opened = sessionIn(house, request)
  return opened ? { kind: 'reporter', report: opened.report, code: opened.code } : null
}

/** A `Set-Cookie` that opens this report's thread, sealed: neither code nor report can be read from it. */
export function receiptCookie(house: House, { report, code = 1 }: Reporter): string {
  const begun = house.clock.wall().getTime()
  return cookieOf(house, { report, code, session: randomUUID(), process: endedSessionsOf(house).process, begun })
}

/** The same session on another matter of the same reporter: it ends when it would have ended. */
export function turnedCookie(house: House, request: Request, { report }: Reporter): string {
  const opened = sessionIn(house, request)
  return opened ? cookieOf(house, { ...opened, report }) : noReceiptCookie(house)
}

/** Ends the session of this request, wherever a copy of its cookie may be; answers with a `Set-Cookie` that takes it away. */
export function endReceiptSession(house: House, request: Request): string {
  const opened = sessionIn(house, request)
  if (opened) endedSessionsOf(house).end(opened.session, untilOf(opened))
  return noReceiptCookie(house)
}

function sessionIn(house: House, request: Request): ReceiptSession | null {
  const { keys, settings, clock } = house
  const cookie = cookieIn(request.headers.get('cookie'), cookieName(settings, NAME))
  if (!cookie) return null
  const opened = openCookie(keys, PURPOSE, cookie, receiptSession, clock.wall())
  return opened && !endedSessionsOf(house).isOver(opened) ? opened : null
}

const untilOf = ({ begun }: ReceiptSession) => new Date(begun + LASTS)

function cookieOf({ keys, settings, clock }: House, session: ReceiptSession): string {
  const until = untilOf(session)
  const value = sealCookie(keys, PURPOSE, session, until)
  const seconds = Math.max(0, Math.ceil((until.getTime() - clock.wall().getTime()) / SECOND))
  return setCookie(settings, NAME, value, { sameSite: 'Strict', seconds })
}

const noReceiptCookie = ({ settings }: House): string =>
  setCookie(settings, NAME, '', { sameSite: 'Strict', seconds: 0 })
