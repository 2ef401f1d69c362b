import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { constants } from 'node:zlib'
import compression from 'compression'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import type { House } from '#workflows/house.ts'
import { acceptable } from './acceptable.ts'
import { alikeAnswers } from './alike.ts'
import type { RequestContext } from './context.ts'
import { withFileProblems } from './file-problems.ts'
import { withHeaders } from './headers.ts'
import { knownHost } from './known-host.ts'
import { createLimits, prefixOf } from './limits.ts'
import { operations } from './operations.ts'
import { packed } from './packed.ts'
import { type Problem, statusOf } from './problem.ts'

/** The whole site as one express application: headers, static files, what operations ask, then the pages. */
export function createSite(house: House, pages: ServerBuild): Express {
  const site = express()
  site.disable('x-powered-by').disable('etag')
  // whom another address may speak for is a setting, else nobody; the address is used for limits alone
  site.set('trust proxy', house.settings.trustedProxies)
  const limits = createLimits(house.clock)
  const contextOf = (request: Request, response: Response): RequestContext => ({
    house,
    nonce: String(response.locals.nonce),
    spend: (act, who) => limits.spend(act, who ?? prefixOf(request.ip ?? '')),
    giveBack: (act, who) => limits.giveBack(act, who ?? prefixOf(request.ip ?? '')),
    setCookie: (cookie) => response.append('Set-Cookie', cookie),
    answered: response.locals.answered,
  })
  const alike = alikeAnswers(withFileProblems(pages), contextOf)
  const drawPage = createRequestHandler({ build: alike.build, mode: 'production', getLoadContext: contextOf })
  const showProblem = (problem: Problem, request: Request, response: Response) => {
    // what is left of the body is not read: the connection ends with the answer
    if (request.method !== 'GET' && request.method !== 'HEAD') response.set('Connection', 'close')
    if (request.path.startsWith('/api/')) return answerMachine(problem, response)
    if (request.method !== 'HEAD') request.method = 'GET'
    request.originalUrl = `/in-the-way/${problem}`
    request.url = request.originalUrl
    return drawPage(request, response, (error) => endBadly(house, error, response))
  }
  const files = pages.assetsBuildDirectory
  site.use(withHeaders(house.settings))
  site.use(knownHost(house.settings))
  // files too: the style sheet is most of a first visit
  // as fast as the usual 4, and an eighth less
  site.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }))
  site.use('/assets', packed(`${files}/assets`), express.static(`${files}/assets`, ASSETS))
  site.use(express.static(files, { maxAge: '1h', index: false, redirect: false, etag: true }))
  site.use(operations(house))
  site.use(acceptable(house, showProblem))
  for (const { path, answer } of alike.paths) site.post(path, answer)
  site.all('*', drawPage as RequestHandler)
  site.use(((error: unknown, request, response, _next) => {
    const status = statusIn(error)
    if (response.headersSent) return endBadly(house, error, response)
    if (status === null) house.log.error({ err: error }, 'a request failed')
    return showProblem(status === 404 || status === 413 ? `${status}` : status ? '400' : '500', request, response)
  }) satisfies ErrorRequestHandler)
  return site
}

/** Another system is answered in the one form of its door, whatever stood in the way. */
/** Named by what is in them: nobody asks a second time, so nothing is said to ask by. */
const ASSETS = {
  immutable: true,
  maxAge: '1y',
  fallthrough: false,
  index: false,
  etag: false,
  lastModified: false,
  acceptRanges: false,
}

const answerMachine = (problem: Problem, response: Response) =>
  response.status(statusOf(problem)).json({ outcome: 'refused', reason: IN_THE_WAY[problem] ?? 'request', id: null })
const IN_THE_WAY: Partial<Record<Problem, string>> = { '405': 'method', '411': 'length', '413': 'tooLarge' }

/** What express itself refuses (a broken address, a missing asset) carries a status below 500. */
function statusIn(error: unknown): number | null {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return status < 500 ? status : null
}

/** Not even the page of the problem could be drawn. */
function endBadly({ log }: House, error: unknown, response: Response): void {
  log.error({ err: error }, 'an answer could not be finished')
  if (response.headersSent) response.destroy()
  else response.status(500).type('text/plain').send('500')
}
