import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { NextFunction, Request as Asked, RequestHandler, Response as Answer } from 'express'
import { languageCookie, letterSizeCookie, letterSizeOf, localeOf } from '#app/words/reader.server.ts'
import type { RequestContext } from './context.ts'
import type { PageHandle } from './drawn-with.ts'

type Page = ServerBuild['routes'][string]
type ContextOf = (request: Asked, response: Answer) => RequestContext

/** Stands in a kept page where each answer has its own words. */
const MARK = 'own words here'
/** What a page names besides its own words, as a day, changes seldom: older pages are drawn anew. */
const MOST_KEPT = 32
/** Own words that read the same as text and as HTML. */
const PLAIN = /^[\w ]+$/

/**
 * Pages whose answers to a form are `alike` but for a few own words (`PageHandle`): Remix draws the page once for each
 * language and size of letters, and every other answer is that page with its own words in it. The action is the page's
 * own, declared as ever. Whatever it answers else, Remix draws, and finds the answer in the context.
 */
export function alikeAnswers(pages: ServerBuild, contextOf: ContextOf) {
  const routes = Object.entries(pages.routes).filter(([, page]) => handleOf(page)?.alike)
  const replayed = Object.fromEntries(routes.map(([id, page]) => [id, replaying(page)]))
  const build = { ...pages, routes: { ...pages.routes, ...replayed } }
  const draw = createRequestHandler(build, 'production')
  const paths = routes.map(([, page]) => ({ path: `/${page?.path}`, answer: answerAlike(page, draw, contextOf) }))
  return { build, paths }
}

const handleOf = (page: Page) => page?.module.handle as PageHandle | undefined

/** The page, whose action says what it has answered already. */
function replaying(page: Page): Page {
  const action = page?.module.action
  if (!page || !action) return page
  const module = {
    ...page.module,
    action: (args: Parameters<typeof action>[0]) => args.context.answered ?? action(args),
  }
  return { ...page, module }
}

type Draw = (request: Request, context: AppLoadContext) => Promise<Response>
type Around = readonly [head: string, tail: string]

function answerAlike(page: Page, draw: Draw, contextOf: ContextOf): RequestHandler {
  const kept = new Map<string, Around>()
  const answer = async (incoming: Asked, response: Answer, next: NextFunction) => {
    const context = contextOf(incoming, response)
    const url = `${incoming.protocol}://${incoming.headers.host}${incoming.originalUrl}`
    const request = new Request(url, { method: 'POST', headers: headersOf(incoming) })
    const answered = Promise.resolve(page?.module.action?.({ request, params: {}, context: { ...context, incoming } }))
    response.locals.answered = answered
    const alike = await answered.then(
      (said) => handleOf(page)?.alike?.(bodyOf(said), MARK),
      () => null,
    )
    if (!alike || !PLAIN.test(alike.own)) return next()
    const [locale, size] = [await localeOf(request), await letterSizeOf(request)]
    const key = JSON.stringify([locale, size, alike.marked])
    const around = kept.get(key) ?? (await drawAround(locale, size, { ...context, answered: alike.marked }))
    if (!around) return next()
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, around)
    response.set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale })
    response.end(around[0] + alike.own + around[1])
  }
  /** The page for such a reader and for nobody else, around the mark; null where it holds this one answer's nonce. */
  async function drawAround(locale: string, size: string, context: AppLoadContext): Promise<Around | null> {
    const chosen = await Promise.all([languageCookie.serialize(locale), letterSizeCookie.serialize(size)])
    const headers = { Cookie: chosen.map((cookie) => cookie.split(';')[0]).join('; ') }
    const drawn = await draw(new Request(`http://here.invalid/${page?.path}`, { method: 'POST', headers }), context)
    const html = await drawn.text()
    const [head, tail, ...more] = html.split(MARK)
    const isAlike = drawn.ok && !html.includes(context.nonce) && tail !== undefined && more.length === 0
    return isAlike ? [head ?? '', tail] : null
  }
  return (incoming, response, next) => {
    answer(incoming, response, next).catch(next)
  }
}

const bodyOf = (said: unknown): unknown =>
  typeof said === 'object' && said !== null && 'data' in said ? said.data : said

function headersOf({ headers }: Asked): Headers {
  const found = new Headers()
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') found.set(name, value)
  return found
}
