import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#workflows/protection/blind-index.ts'
import type { CaseText } from '#workflows/reading/case-texts.ts'
import { passagesOf } from '#workflows/reading/passage.ts'

const said = (text: string, name: CaseText['name'] = 'report'): CaseText => ({ name, withReporter: false, text })
const find = (texts: CaseText[], ...words: string[]) => passagesOf(texts, fold('9999-9999-4857'), words.map(fold))
/** A sentence as it is drawn, what was found in 【】. */
const drawn = (text: string, ...words: string[]) =>
  find([said(text)], ...words)?.map(({ pieces }) =>
    pieces.map((one) => (one.found ? `【${one.text}】` : one.text)).join(''),
  )

describe('a hit is shown in its sentence', () => {
  test.each([
    ['县里开会。群里每天打卡，打完截图。谁也不看。', '打卡', '群里每天【打卡】，打完截图。'],
    ['第一行\n每天打卡\n第三行', '打卡', '每天【打卡】'],
    ['打卡', '打卡', '【打卡】'],
    ['用ＤｉｎｇＴａｌｋ打卡', 'dingtalk', '用【ＤｉｎｇＴａｌｋ】打卡'],
    ['文号１０１２号', '1012', '文号【１０１２】号'],
    ['住𠮷林路的㐂先生', '𠮷林', '住【𠮷林】路的㐂先生'],
    ['减\u200b负台账', '减负', '【减\u200b负】台账'],
    ['报了½张表', '1⁄2张', '报了【½张】表'],
    ['先生ﷺ说', 'صلى', '先生【ﷺ】说'],
    ['每天打卡打卡打卡', '打卡', '每天【打卡打卡打卡】'],
    ['重复报表表', '报表表', '重复【报表表】'],
  ])('%j, looked for %s', (text, word, shown) => {
    expect(drawn(text, word)).toEqual([shown])
  })

  test('several words in one sentence are marked together', () => {
    expect(drawn('群里打卡要截图，截图要存档。', '截图', '打卡')).toEqual(['群里【打卡】要【截图】，【截图】要存档。'])
  })

  test('words in different texts are shown each in its own, and a word of the number needs none', () => {
    const texts = [said('每天打卡。'), said('系统名是DingTalk。', 'brief')]
    expect(find(texts, '打卡', 'dingtalk')?.map(({ name }) => name)).toEqual(['report', 'brief'])
    expect(find(texts, '打卡', '4857')).toHaveLength(1)
    expect(find(texts, '4857')).toEqual([])
  })

  test('one word that is not there makes it no hit, however many others are', () => {
    expect(find([said('每天打卡。')], '打卡', '台账')).toBeNull()
    expect(find([said('每天打'), said('卡在路上')], '打卡')).toBeNull()
    expect(find([], '打卡')).toBeNull()
  })

  test('a sentence without an end is cut near what was found, and never through a character', () => {
    const long = '𠮷'.repeat(300)
    const [shown = ''] = drawn(`${long}打卡${long}`, '打卡') ?? []
    expect(shown.length).toBeLessThan(150)
    expect(shown).toMatch(/^…(𠮷)+【打卡】(𠮷)+…$/u)
  })

  test('whatever was written, what is marked folds to what was looked for, and the pieces are the text', () => {
    const letter = fc.constantFrom(...'望川县迎检台账𠮷㐂aＢ3１é½ﷺ，。 \u200b\n')
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 1, maxLength: 80 }),
        fc.nat(80),
        fc.integer({ min: 2, max: 6 }),
        (points, from, length) => {
          const text = points.join('')
          const word = points.slice(from, from + length).join('')
          fc.pre(fold(word).trim() !== '')
          const [passage] = find([said(text)], word) ?? []
          const whole = passage?.pieces.map((piece) => piece.text).join('') ?? ''
          expect(text).toContain(whole.replace(/^…|…$/g, ''))
          expect(passage?.pieces.some((piece) => piece.found && fold(piece.text).includes(fold(word)))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
