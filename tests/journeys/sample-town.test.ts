import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshFolder } from '#tests/world/folder.ts'
import { freePort, serve } from '#tests/world/serve.ts'

let folder: ReturnType<typeof freshFolder>
let url: string
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  folder = freshFolder()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  site = await serve(url, { PORT: String(port), DATA_DIR: folder.path })
}, 240_000)
afterAll(async () => {
  await site?.stop()
  folder?.remove()
})

const page = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}${path}`, { headers })
  return { status: answer.status, text: await answer.text() }
}

it.each(['/', '/report', '/follow', '/cases', '/figures', '/about', '/look-backs', '/sign-in', '/nothing-here'])(
  'the page %s of the sample town says that it is an example',
  async (path) => {
    const { text } = await page(path)
    expect(text).toMatch(/<title>[^<]*示例<\/title>/)
    expect(text).toContain('这是虚构的云澜市，写在这里的内容没有人办理。')
    expect((await page(path, { 'Accept-Language': 'en' })).text).toContain('This is a made-up town')
  },
)

it('its feed says so too', async () => {
  expect((await page('/cases.atom')).text).toContain('<title>回音 · 典型案例 · 示例</title>')
})
