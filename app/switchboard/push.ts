import { problem } from '#app/http/problem.ts'
import { forAnyone } from '#app/session/who-may.server.ts'
import { takePushed } from '#workflows/channels/pushed-call.ts'
import type { House } from '#workflows/house.ts'

const json = (body: object, status: number) => Response.json(body, { status })
/** Without a key there is no such door. */
function isThere({ settings }: House): void {
  if (settings.hotlinePushKey === null) throw problem('404')
}

export const loader = forAnyone(async ({ house }) => {
  isThere(house)
  return json({ outcome: 'refused', reason: 'method', id: null }, 405)
})

/** A call from another system, which proves by its signature who it is. Answers in one closed form, whatever happens. */
export const action = forAnyone(async ({ house, request }) => {
  isThere(house)
  try {
    const body = Buffer.from(await request.arrayBuffer())
    const { headers } = request
    const said = { signature: headers.get('x-signature'), timestamp: headers.get('x-timestamp'), body }
    const answer = await takePushed(house, said)
    if (!answer) throw problem('404')
    const { status, ...told } = answer
    return json(told, status)
  } catch (error) {
    house.log.error({ err: error }, 'a pushed call could not be stored')
    return json({ outcome: 'failed', reason: 'notStored', id: null }, 503)
  }
})
