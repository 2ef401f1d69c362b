import { handleError } from '#app/entry.server.tsx'
import type { ServerBuild } from '@remix-run/node'
import { isRouteErrorResponse } from '@remix-run/react'
import { problem, problemShown } from '#app/http/problem.ts'
import * as inTheWay from '#app/http/in-the-way.tsx'
import * as notFound from '#app/http/not-found.tsx'
import { forAnyone } from '#app/session/who-may.server.ts'

type Route = ServerBuild['routes'][string]

/** A site of a few addresses whose answers are plain text: enough to ask the server around the pages. */
export function plainPages(onAct: (fields: URLSearchParams) => void): ServerBuild {
  const act = {
    default: () => null,
    loader: forAnyone(async () => 'a page'),
    action: forAnyone(async ({ request }) => {
      onAct(new URLSearchParams(await request.text()))
      return 'done'
    }),
  }
  const breaks = {
    default: () => null,
    action: forAnyone(async ({ request }) => {
      await request.text()
      throw new Error('nobody foresaw this')
    }),
  }
  // draws nothing: it answers with a file, or with what is in the way
  const file = {
    loader: forAnyone(async ({ request }) => {
      const name = new URL(request.url).searchParams.get('name')
      if (name === null) throw problem('404')
      if (name === 'locked') throw problem('403')
      if (name === 'broken') throw new Error('the file is broken')
      return new Response(name, { headers: { 'Content-Type': 'text/plain' } })
    }),
  }
  const limited = {
    default: () => null,
    action: forAnyone(async ({ request, spend }) => {
      await request.text()
      if (!spend('signInFrom')) throw problem('429')
      return 'one more'
    }),
  }
  const routes: Record<string, Route> = {
    root: { id: 'root', path: '', module: { default: () => null } },
    act: { id: 'act', parentId: 'root', path: 'act', module: act },
    limited: { id: 'limited', parentId: 'root', path: 'limited', module: limited },
    breaks: { id: 'breaks', parentId: 'root', path: 'breaks', module: breaks },
    inTheWay: { id: 'inTheWay', parentId: 'root', path: 'in-the-way/:name', module: inTheWay },
    notFound: { id: 'notFound', parentId: 'root', path: '*', module: notFound },
  }
  return {
    entry: { module: { default: answerPlainly, handleError } },
    routes: { ...routes, file: { id: 'file', parentId: 'root', path: 'file', module: file } },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: 'public',
    basename: '/',
    future: { v3_singleFetch: true } as ServerBuild['future'],
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild
}

const answerPlainly: ServerBuild['entry']['module']['default'] = (
  _request,
  status,
  headers,
  { staticHandlerContext },
) => {
  const [error] = Object.values(staticHandlerContext.errors ?? {})
  const text = isRouteErrorResponse(error) ? problemShown(error.status, error.data).problem : error ? '500' : 'a page'
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(text, { status, headers })
}
