import { readFileSync } from 'node:fs'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { parseAst, transformWithEsbuild } from 'vite'
import { describe, expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { declareWhoMay } from '#app/session/declare-who-may.plugin.ts'

/** What the build says of a page with this text: nothing, or why it fails. */
async function buildPage(source: string, file = 'app/desk/planted.tsx'): Promise<string | null> {
  const { code } = await transformWithEsbuild(source, file, { jsx: 'automatic' })
  const refusals: string[] = []
  const { transform } = declareWhoMay
  if (typeof transform !== 'function') throw new Error('the plugin transforms nothing')
  const build = { parse: parseAst, error: (message: string) => refusals.push(message) }
  await transform.call(build as never, code, `${process.cwd()}/${file}`)
  return refusals[0] ?? null
}

const IMPORT = "import { forAnyone, forStaff } from '#app/session/who-may.server.ts'\n"

const filesIn = (entries: RouteConfigEntry[]): string[] =>
  entries.flatMap(({ file, children }) => [file, ...filesIn(children ?? [])])

describe('every page says who may open it', () => {
  test('each page of the site is declared', async () => {
    const files = ['root.tsx', ...filesIn(await routes)].map((file) => `app/${file}`)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) expect(await buildPage(readFileSync(file, 'utf8'), file), file).toBeNull()
  })

  test.each([
    ['a function', 'export async function loader() { return {} }'],
    ['an arrow', 'export const action = async () => ({})'],
    ['a wrapper of its own', 'const forStaff = (f) => f\nexport const loader = forStaff(async () => ({}))'],
    ['a wrapped wrapper', `${IMPORT}export const loader = ((f) => f)(forAnyone(async () => ({})))`],
    ['another file', "export { loader } from './elsewhere.ts'"],
    ['everything of another file', "export * from './elsewhere.ts'"],
    ['taken out of an object', 'export const { loader } = { loader: async () => ({}) }'],
    ['another name', 'const read = async () => ({})\nexport { read as loader }'],
  ])('a page whose loader or action is %s does not build', async (_how, source) => {
    expect(await buildPage(source)).toMatch(/planted/)
  })

  test('a page that says it builds', async () => {
    expect(await buildPage(`${IMPORT}export const loader = forStaff(['clerk'], async () => ({}))`)).toBeNull()
    expect(await buildPage(`${IMPORT}const loader = forAnyone(async () => ({}))\nexport { loader }`)).toBeNull()
  })
})
