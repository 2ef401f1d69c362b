import { type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { LimitedAct } from '#app/http/context.ts'
import { formPurpose } from '#app/http/form-purpose.ts'
import { problem } from '#app/http/problem.ts'
import { typedIn } from '#app/http/typed-in.ts'
import type { Locale } from '#app/words/locale.ts'
import { localeOf } from '#app/words/reader.server.ts'
import type { House } from '#workflows/house.ts'
import { issueFormToken } from '#workflows/protection/form-token.ts'
import type { Reporter, Role, Staff } from '#workflows/roles/roles.ts'
import { receiptCookie, reporterOf } from './receipt-session.server.ts'
import { holderOf } from './staff-session.server.ts'

/** One request to one loader or action. */
export type Visit = {
  house: House
  request: Request
  params: LoaderFunctionArgs['params']
  locale: Locale
  /** a fresh mark for the forms of this page; root gives one to every page */
  formToken(): string
  /** takes one from the bucket of this act: false is the page's cue for problem('429') */
  spend(act: LimitedAct, who?: string): boolean
  setCookie(cookie: string): void
  /** for `readPosted` */
  incoming?: AppLoadContext['incoming']
}
export type ReporterVisit = Visit & { by: Reporter }
export type StaffVisit = Visit & { by: Staff; name: string; login: string }

type Arguments = LoaderFunctionArgs | ActionFunctionArgs
export type WhoMay = 'anyone' | 'reporter' | readonly Role[]
/** A loader or action that says who may call it. */
export type Declared<Answer> = ((args: Arguments) => Promise<Answer>) & { who: WhoMay }

/** For whoever comes. Says nothing of who they are. */
export const forAnyone = <Answer>(answer: (visit: Visit) => Promise<Answer>): Declared<Answer> =>
  declared('anyone', async (args) => answer(await visitOf(args)))

/** For the holder of a receipt code; others are asked for theirs. Every page opened keeps the thread open. */
export const forReporter = <Answer>(answer: (visit: ReporterVisit) => Promise<Answer>): Declared<Answer> =>
  declared('reporter', async (args) => {
    const visit = await visitOf(args)
    const by = reporterOf(visit.house, visit.request)
    if (!by) throw redirect('/follow', 303)
    visit.setCookie(receiptCookie(visit.house, by))
    return answer({ ...visit, by })
  })

/** For officers who hold one of these roles; an empty list: any officer. */
export const forStaff = <Answer>(
  roles: readonly Role[],
  answer: (visit: StaffVisit) => Promise<Answer>,
): Declared<Answer> =>
  declared(roles, async (args) => {
    const visit = await visitOf(args)
    const holder = await holderOf(args.context, args.request)
    if (!holder) throw await signedOut(args.request)
    const { by, name, login } = holder
    if (roles.length > 0 && !roles.some((role) => by.roles.includes(role))) throw problem('403')
    return answer({ ...visit, by, name, login })
  })

const declared = <Answer>(who: WhoMay, answer: (args: Arguments) => Promise<Answer>): Declared<Answer> =>
  Object.assign(answer, { who })

async function visitOf({ request, params, context }: Arguments): Promise<Visit> {
  const { house, spend, setCookie, incoming } = context
  const purpose = formPurpose(house, request.headers.get('cookie'))
  const formToken = () => issueFormToken(house.keys, purpose, house.clock.wall())
  return { house, request, params, locale: await localeOf(request), formToken, spend, setCookie, incoming }
}

/** A page leads to the sign-in and back; what was typed into a form is handed back with the way to sign in beside it. */
async function signedOut(request: Request) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return problem('401', { typed: await typedIn(request) })
  const { pathname, search } = new URL(request.url)
  return redirect(`/sign-in?back=${encodeURIComponent(pathname + search)}`, 303)
}
