import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { RequestHandler } from 'express'

/** Hands the copy of a file that the build packed at its best to every browser that can unpack it. */
export function packed(folder: string): RequestHandler {
  const copies = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.br')) : [])
  return (request, response, next) => {
    const copy = `${request.path.slice(1)}.br`
    // a new build may have taken it away since
    if (copies.has(copy) && existsSync(join(folder, copy))) {
      response.vary('Accept-Encoding')
      if (request.acceptsEncodings('br')) {
        response.type(extname(request.path)).set('Content-Encoding', 'br')
        request.url = `/${copy}`
      }
    }
    next()
  }
}
