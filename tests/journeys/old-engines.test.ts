import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { forOldEngines } from '#app/old-engines.plugin.ts'

const ASSETS = 'build/client/assets'
const sheets = readdirSync(ASSETS).filter((name) => name.endsWith('.css'))

it('the built style sheet is read by Chromium 88: no layers, no nesting, no ranges, no colours it does not know', () => {
  expect(sheets).not.toEqual([])
  for (const name of sheets) {
    const sheet = readFileSync(`${ASSETS}/${name}`, 'utf8')
    expect(sheet).not.toMatch(/@layer/)
    expect(sheet).not.toMatch(/[{;}]&/)
    expect(sheet).not.toMatch(/@media[^{]*[<>]/)
    // what asks first whether the browser knows it is passed over by one that does not
    expect(sheet.replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')).not.toMatch(/oklch|oklab|color-mix/)
    expect(sheet).toMatch(/\.bg-qing\{/)
  }
})

it('a layer within a layer is taken apart, and the order of the rules stays', () => {
  const sheet = forOldEngines('@layer a,b;@layer a{p{color:red}@layer c{p{color:#00f}}}@layer b{p{margin:0}}q{top:0}')
  expect(sheet).toBe(
    'p{color:red}p{color:#00f}p{margin:0}q{top:0}'.replace(
      'p{color:red}p{color:#00f}p{margin:0}',
      'p{color:#00f;margin:0}',
    ),
  )
})

it('every drawing has a size of its own, so that without a style sheet it stays small', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  const without = files.flatMap((name) =>
    [...readFileSync(`app/${name}`, 'utf8').matchAll(/<svg\b[^>]*/g)]
      .filter(([tag]) => !/\swidth=/.test(tag) || !/\sheight=/.test(tag))
      .map(() => name),
  )
  expect(without).toEqual([])
})

it('the one script of the reporter stays small', () => {
  expect(gzipSync(readFileSync('public/reporter.js')).length).toBeLessThanOrEqual(6 * 1024)
})
