import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { problemThrown } from './problem.ts'

type Page = NonNullable<ServerBuild['routes'][string]>

/**
 * Addresses that answer with a file draw nothing, and Remix answers for them in JSON what a loader threw. Whoever
 * opens one in a browser is shown the page of that problem instead, with its status; others are answered as ever.
 */
export function withFileProblems(pages: ServerBuild): ServerBuild {
  const draw = createRequestHandler(pages, 'production')
  const drawn = ({ module, ...page }: Page): Page => {
    const { loader } = module
    if (module.default || !loader) return { module, ...page }
    const orPage: typeof loader = async (args) => {
      try {
        return await loader(args)
      } catch (thrown) {
        const problem = problemThrown(thrown)
        if (!problem || !isOpened(args.request)) throw thrown
        const { origin, pathname } = new URL(args.request.url)
        const { headers } = args.request
        return draw(new Request(`${origin}/in-the-way/${problem}?at=${pathname}`, { headers }), args.context)
      }
    }
    return { ...page, module: { ...module, loader: orPage } }
  }
  const routes = Object.entries(pages.routes).map(([id, page]) => [id, page && drawn(page)])
  return { ...pages, routes: Object.fromEntries(routes) }
}

/** By a browser that will show the answer; old ones say only what they would like best. */
const isOpened = ({ headers }: Request): boolean =>
  headers.has('sec-fetch-dest')
    ? headers.get('sec-fetch-dest') === 'document'
    : (headers.get('accept') ?? '').includes('text/html')
