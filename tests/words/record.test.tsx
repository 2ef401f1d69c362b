import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { DifferenceList } from '#app/ui/difference-list.tsx'
import { newWords } from '#app/words/new-words.ts'

const said = (field: string, after: string) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={newWords('zh-CN')}>
      <DifferenceList differences={[{ field, before: null, after }]} />
    </I18nextProvider>,
  ).replace(/<[^>]*>/g, '')

test.each([
  ['purpose', 'refusal', '用途: 不予受理'],
  ['text', '您的来信收到了。', '正文: 您的来信收到了。'],
  ['outcome', 'livelihood', '结论: 一般民生诉求'],
  ['outcome', 'territory.complex', '结论: 属地、复杂'],
  ['outcome', 'thirdParty', '结论: 会泄露他人隐私或商业秘密'],
  ['name', '青禾区.农业', '名称: 青禾区.农业'],
])('the record of settings says of a template %s %s in words', (field, after, words) => {
  expect(said(field, after)).toBe(words)
})
