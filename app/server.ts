import * as pages from 'virtual:remix/server-build'
import { createSite } from './http/site.ts'
import { boot } from './console/boot.ts'

/** Called by `npm start` once this bundle is built: pages and server are one, so that nothing exists twice. */
export const main = (): Promise<void> => boot((house) => createSite(house, pages))

export { work } from './console/work.ts'
