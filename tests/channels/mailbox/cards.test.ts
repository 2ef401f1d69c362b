import { describe, expect, test } from 'vitest'
import { ownWords } from '#workflows/channels/mailbox/own-words.ts'

const told = (text: string) => ownWords(text).map(({ is, text: said }) => [is, said.trim()])
const WORDS = '我们镇每周要填三张一样的表，请管一管。'
const CARD = '王小明\n青禾区白石镇便民中心\n13812345678'

describe('the card of whoever wrote is folded away before', () => {
  test.each([
    [
      'QQ',
      '\n\n------------------ 原始邮件 ------------------\n发件人: "张主任" <zhang@qhq.gov.cn>;\n发送时间: 2026年10月10日\n\n请今晚报送。',
      'forwarded',
    ],
    ['lines with marks', '\n> 旧信', 'quote'],
    ['an attribution', '\n在2026年10月10日 20:00，张主任 写道：\n> 旧信', 'quote'],
    ['Foxmail', ' \n发件人： 张主任\n发送时间： 2026-10-10 20:00\n主题： 报表\n请今晚报送。', 'forwarded'],
    ['NetEase', '\n\n---- 回复的原邮件 ----\n| 发件人 | 张<z@163.com> |\n| 主题 | 报表 |\n请今晚报送。', 'forwarded'],
    ['Coremail', '> -----原始邮件-----\n> 发件人:"张主任" <z@wcx.gov.cn>\n>\n> 请今晚报送', 'quote'],
  ])('what %s quotes', (_, quoted, kind) => {
    expect(told(`${WORDS}\n\n\n${CARD}\n${quoted}`)).toEqual([
      ['own', WORDS],
      ['signature', CARD],
      [kind, quoted.trim()],
    ])
  })
})

describe('a card at the end is folded away', () => {
  test.each([
    [
      'of eleven lines',
      `${CARD}\n党政综合办公室\n地址:白石镇人民路1号\n电话:0571-88887777\n传真:0571-88887778\n邮编:310000\n邮箱:wangxm@163.com\nQQ:12345678\n微信:wxm1984`,
    ],
    ['with a line left free after each', CARD.replaceAll('\n', '\n\n')],
    ['of a name and a number on one line', '王小明 13812345678'],
    ['of a name and an office', '王小明\n白石镇人民政府 党政办'],
    ['of an office, a name and the day', '白石镇李家村村委会 王小明\n2026年10月12日'],
    ['with an unusual line', '王小明\n便民中心\n13812345678\n与时俱进'],
    ['of an address alone', 'wangxm1984@qq.com'],
    ['drawn as a table', '| |\n王小明\n|\nwangxm1984@163.com\n|'],
    ['above the line of a telephone', `${CARD}\n\n发自我的 iPhone`],
  ])('%s', (_, card) => {
    expect(told(`${WORDS}\n\n${card}`)).toEqual([
      ['own', WORDS],
      ['signature', card],
    ])
  })
  test('right below the words', () => {
    expect(told('每周三张表\n联系人:王小明\n电话:13812345678')).toEqual([
      ['own', '每周三张表'],
      ['signature', '联系人:王小明\n电话:13812345678'],
    ])
  })
  test('but not a number that was asked for, between lines of the question', () => {
    expect(told('> 村里的电话？\n0571-88887777\n> 谁接？\n张主任。').filter(([is]) => is === 'own')).toHaveLength(2)
  })
})
