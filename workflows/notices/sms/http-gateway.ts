import { z } from 'zod'
import type { SmsSettings } from '#workflows/settings/sms-url.ts'
import { type OutgoingText, type SmsGateway, SmsRefusal } from './gateway.ts'

type Settings = Extract<SmsSettings, { by: 'http' }>

/** Longer answers are no answer to this. */
const LONGEST = 10_000
const verdict = z.object({ accepted: z.boolean() })

/**
 * A gateway of one's own. It is posted `id`, `to`, `text` and `language`, as JSON or as a form, with the id again in
 * `Idempotency-Key`: the same id is the same message, to be sent once however often it comes. Accepted is any answer
 * 2xx whose body does not say `{"accepted": false}`, and 409 for an id that it has already.
 */
export const httpGateway = ({ url, form, login }: Settings, patience: number): SmsGateway => ({
  send: async (message) => {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      body: bodyOf(message, form),
      headers: {
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
        accept: 'application/json',
        'idempotency-key': message.id,
        ...(login && {
          authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`,
        }),
      },
    })
    const said = (await answer.text()).slice(0, LONGEST)
    judgeStatus(answer.status)
    if (verdict.safeParse(parsed(said)).data?.accepted === false) throw new SmsRefusal('refused', 'not accepted')
  },
})

function bodyOf({ id, to, text, language }: OutgoingText, form: boolean): string {
  const fields = { id, to, text, language }
  return form ? new URLSearchParams(fields).toString() : JSON.stringify(fields)
}

function judgeStatus(status: number): void {
  if ((status >= 200 && status < 300) || status === 409) return
  const code = `HTTP ${status}`
  if (status === 401 || status === 403) throw new SmsRefusal('login', code)
  if (status === 425 || status === 429 || status === 503) throw new SmsRefusal('later', code)
  // no gateway at all: a page that moved, or somebody else's
  if (status < 400 || status === 404 || status === 405) throw new SmsRefusal('unreachable', code)
  // it broke, and may have sent it before it did
  if (status >= 500 || status === 408) throw new SmsRefusal('unclear', code)
  throw new SmsRefusal('refused', code)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
