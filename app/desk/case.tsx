import { data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { problem } from '#app/http/problem.ts'
import { forStaff, type StaffVisit } from '#app/session/who-may.server.ts'
import { stepInTurn } from '#workflows/engine/step-in-turn.ts'
import { stayOpen } from '#workflows/presence/open-pages.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { giveReason, readClosedCase } from '#workflows/reading/closed-case.ts'
import { typedNames } from '#workflows/reading/typed-names.ts'
import type { Typed } from './acts/acts.tsx'
import { eventsFrom } from './acts/follow-on.ts'
import { CaseReason } from './case-reason.tsx'
import { DESK_ROLES } from './desk-roles.ts'
import { gather } from './gather.server.ts'
import { OpenCase } from './open-case.tsx'
import { MOST_AT_ONCE } from './several-asked.ts'
import { thenOf } from './then-of.ts'

export const handle: PageHandle = {
  title: (_words, loaded) =>
    typeof loaded === 'object' && loaded !== null && 'number' in loaded ? String(loaded.number) : '',
}

/** Also after a refusal: whoever was too late sees how it stands now, and can send again from there. */
export const shouldRevalidate = () => true

/** What may not be known of answers like what is not there; what is not theirs asks for a reason first. */
export const loader = forStaff(DESK_ROLES, async ({ house, by, params, request }) => {
  const id = params.id ?? ''
  const all = new URL(request.url).searchParams.get('similar') === 'all'
  const page = await readCasePage(house, by, id, all ? { similar: MOST_AT_ONCE } : {})
  if (!page) {
    const closed = await readClosedCase(house, by, id)
    if (!closed) throw problem('404')
    return { number: closed.number, closed }
  }
  return { ...page, then: thenOf(by, [page.life]), others: await stayOpen(house, by, id) }
})

export const action = forStaff(DESK_ROLES, async ({ house, by, params, request }) => {
  const id = params.id ?? ''
  const form = await request.formData()
  // nobody acts on what they have not opened
  if (await readClosedCase(house, by, id))
    return openByReason({ house, by, request, id, typed: String(form.get('reason') ?? '') })
  const said = (field: string) => String(form.get(field) ?? '')
  const gathered = await gather(house, by, id, form)
  if (gathered) return data({ ...NOTHING_REFUSED, gathered })
  // the list of similar cases asks for the same act, with the case chosen by its button
  const into = form.get('mergeInto')
  if (into !== null) for (const [field, value] of Object.entries({ act: 'merge', into })) form.set(field, value)
  const events = eventsFrom(form, await typedNames(house))
  const seen = Number.parseInt(said('seen'), 10)
  const asked = { seen: Number.isNaN(seen) ? undefined : seen, request: said('request').slice(0, 100) || undefined }
  const { outcome, done } = await stepInTurn(house, id, events, by, asked)
  if (outcome.kind === 'moved')
    return redirect(`/desk/cases/${id}?done=${said('then') ? events.at(-1)?.type : events[0].type}`, 303)
  if (outcome.code === 'unknown' || outcome.code === 'conflict-of-interest') throw problem('404')
  const typed: Typed = { act: said('act'), track: said('track'), values: valuesOf(form) }
  const status =
    outcome.code === 'invalid' || outcome.code === 'unsettled' ? 422 : outcome.code === 'not-your-role' ? 403 : 409
  return data({ ...NOTHING_REFUSED, refused: outcome, before: done, typed }, { status })
})

type Answer = {
  refused: Extract<StepsTaken['outcome'], { kind: 'refused' }> | null
  gathered: Awaited<ReturnType<typeof gather>>
  before: StepsTaken['done']
  typed: Typed | null
  reason: { fault: 'tooShort' | 'tooLong'; typed: string } | null
}
type StepsTaken = Awaited<ReturnType<typeof stepInTurn>>
const NOTHING_REFUSED: Answer = { refused: null, gathered: null, before: [], typed: null, reason: null }

type Opening = Pick<StaffVisit, 'house' | 'by' | 'request'> & { id: string; typed: string }
async function openByReason({ house, by, request, id, typed }: Opening) {
  const given = await giveReason(house, by, id, typed)
  if (given === 'unknown') throw problem('404')
  if (given !== 'opened') return data({ ...NOTHING_REFUSED, reason: { fault: given, typed } }, { status: 422 })
  const { pathname, search } = new URL(request.url)
  return redirect(pathname + search, 303)
}

const OURS = ['form', 'seen', 'request', 'act', 'track', 'then']
function valuesOf(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter((name) => !OURS.includes(name))
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]))
}

export default function Case() {
  const loaded = useLoaderData<typeof loader>()
  return loaded.closed ? <CaseReason closed={loaded.closed} /> : <OpenCase page={loaded} />
}
