import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Settings } from '#workflows/settings.ts'

/** Pages a search engine may know. Every other address says `noindex`. */
const PUBLIC_PAGE = /^\/(about|figures|look-backs|cases(\/[^/]+)?)?$/

/** A script or a style sheet of ours, named by what is in it. */
const ASSET = /^\/assets\//
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()'

const HCAPTCHA = 'https://hcaptcha.com https://*.hcaptcha.com'
const YEAR_SECONDS = 31_536_000

export type HeaderSettings = Pick<Settings, 'publicUrl' | 'hcaptcha' | 'humanCheck'>

/** The one table: what every answer carries, whatever its status, unless the page set the header itself. */
export function headersFor(settings: HeaderSettings, path: string, nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(settings, path, nonce),
    // a stricter one makes Chromium send `Origin: null` on our own forms
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(ASSET.test(path) ? {} : { 'Permissions-Policy': PERMISSIONS }),
    'Cache-Control': 'no-store',
    ...(settings.publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': `max-age=${YEAR_SECONDS}` } : {}),
    ...(PUBLIC_PAGE.test(path) ? {} : { 'X-Robots-Tag': 'noindex' }),
  }
}

function contentSecurityPolicy(settings: HeaderSettings, path: string, nonce: string): string {
  // opened by itself it is a text, and may do nothing; a page of an officer loads twenty of them
  if (ASSET.test(path)) return "default-src 'none'; frame-ancestors 'none'"
  const hcaptcha = settings.humanCheck === 'hcaptcha' && path === '/report' ? ` ${HCAPTCHA}` : ''
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${hcaptcha}`,
    `style-src 'self'${hcaptcha}`,
    "img-src 'self' data:",
    `connect-src 'self'${hcaptcha}`,
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(hcaptcha ? [`frame-src${hcaptcha}`] : []),
  ].join('; ')
}

/** Puts the table on every answer just before it is sent, and the nonce in `response.locals.nonce`. */
export const withHeaders =
  (settings: HeaderSettings): RequestHandler =>
  (request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    const table = headersFor(settings, request.path, nonce)
    const { writeHead } = response
    response.writeHead = ((...head: Parameters<typeof writeHead>) => {
      for (const [name, value] of Object.entries(table)) if (!response.hasHeader(name)) response.setHeader(name, value)
      return writeHead.apply(response, head)
    }) as typeof writeHead
    next()
  }
