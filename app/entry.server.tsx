import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { NonceContext } from './http/nonce.ts'
import { withoutZeroBytes } from './http/without-zero-bytes.ts'
import type { Locale } from './words/locale.ts'
import { newWords } from './words/new-words.ts'
import { localeOf } from './words/reader.server.ts'

/** Made once, because nothing changes them: a page is drawn with the words of its language and nothing of its reader. */
const WORDS: Record<Locale, ReturnType<typeof newWords>> = { 'zh-CN': newWords('zh-CN'), en: newWords('en') }

/** Draws a page whole before the first byte: what it says and its status never disagree. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, house }: AppLoadContext,
): Promise<Response> {
  const words = WORDS[await localeOf(request)]
  return new Promise((resolve, reject) => {
    let answer = status
    const { pipe } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={words}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => {
          const body = withoutZeroBytes()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          headers.set('Content-Language', words.language)
          resolve(new Response(createReadableStreamFromReadable(body), { status: answer, headers }))
          pipe(body)
        },
        onShellError: reject,
        onError: (error) => {
          answer = 500
          house.log.error({ err: error }, 'a page could not be drawn')
        },
      },
    )
  })
}

/** Called by Remix for what a loader or action threw unexpectedly. What was asked and sent is not logged. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // Remix's own answer to what no page takes
  if (isRouteErrorResponse(error) || request.signal.aborted) return
  context.house.log.error({ err: error, method: request.method }, 'a page failed')
}
