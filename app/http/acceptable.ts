import type { Request, RequestHandler, Response } from 'express'
import type { House } from '#workflows/house.ts'
import type { Problem } from './problem.ts'
import { isFromOurPage } from './same-origin.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE
/** 20 000 characters percent-encoded, and room for every other field. */
const MOST_FORM_BYTES = 512 * KILOBYTE
/** More than is kept of any upload, so that photographs too large do not take the text down with them. */
const MOST_UPLOAD_BYTES = 200 * MEGABYTE

/** The forms that have a file in them. All others are read into the memory at once, and are short. */
const TAKES_FILES = /^\/(report|admin\/(imports|holidays)|switchboard\/transcripts)(\.data)?\/?$/

/** Doors that prove by a signature of their own who sends, not by a page of ours. */
const SIGNED_BY_ITSELF = /^\/api\//
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i
const KNOWN_METHODS = ['GET', 'HEAD', 'POST']

/** Lets pass what a page may be asked: known methods, bodies of a stated and bearable length, forms of our own. */
export const acceptable =
  (house: House, showProblem: (problem: Problem, request: Request, response: Response) => unknown): RequestHandler =>
  (request, response, next) => {
    problemWith(house, request).then((problem) => (problem ? showProblem(problem, request, response) : next()), next)
  }

async function problemWith(house: House, request: Request): Promise<Problem | null> {
  if (!KNOWN_METHODS.includes(request.method)) return '405'
  if (!isAddress(request)) return '400'
  if (request.method !== 'POST') return null
  const length = request.headers['content-length']
  if (length === undefined) return '411'
  const most = request.is('multipart/form-data') && TAKES_FILES.test(request.path) ? MOST_UPLOAD_BYTES : MOST_FORM_BYTES
  if (Number(length) > most) return '413'
  if (SIGNED_BY_ITSELF.test(request.path)) return null
  if (!FORM.test(request.headers['content-type'] ?? '')) return '400'
  if (!(await isFromOurPage(house, request))) return '403form'
  // judged here; Remix would judge it again, by Host alone, and refuse what comes through a proxy or with `null`
  delete request.headers.origin
  return null
}

/** Host and path can be read as an address; `%E0` alone is none. */
function isAddress(request: Request): boolean {
  if (!URL.canParse(`http://${request.headers.host}${request.originalUrl}`)) return false
  try {
    return !decodeURIComponent(request.path).includes('\0')
  } catch {
    return false
  }
}
