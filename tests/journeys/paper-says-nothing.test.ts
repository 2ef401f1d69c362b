import { expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'

it('the paper with the code on it says nothing but the code, which stands on one line', async () => {
  const [site, browser] = await Promise.all([aSite(), openBrowser()])
  try {
    const people = visitors(site, browser, { locale: 'zh-CN', width: 360 })
    const reporter = await people.asReporter()
    const code = await reporter.file({ text: '每天三次报送同一个数。' })
    const { page } = reporter
    const lines = await page.locator('output[name=receipt]').evaluate((output) => {
      const range = document.createRange()
      range.selectNodeContents(output)
      return [range.getClientRects().length, output.scrollWidth <= output.clientWidth]
    })
    expect(lines).toEqual([1, true])
    await page.emulateMedia({ media: 'print' })
    expect((await page.locator('body').innerText()).trim()).toBe(code)
    await people.close()
  } finally {
    await browser.close()
    await site.close()
  }
})
