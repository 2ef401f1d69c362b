import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownWords } from '#workflows/channels/mailbox/own-words.ts'

const told = (text: string) => ownWords(text).map(({ is, text: said }) => [is, said.trim()])
const own = (text: string) =>
  ownWords(text)
    .filter(({ is }) => is === 'own')
    .map(({ text: said }) => said.trim())
    .join('\n')

describe('what the person wrote is told from what came with it', () => {
  test('a forwarded order is kept apart from the complaint above it', () => {
    const text = [
      '领导好，下面这个通知又要我们报三张表。',
      '',
      '------------------ 原始邮件 ------------------',
      '发件人: "乡党政办" <dzb@example.cn>;',
      '发送时间: 2026年10月11日(星期日) 晚上11:20',
      '收件人: "各村"<cun@example.cn>;',
      '主题: 关于报送台账的通知',
      '',
      '请于今晚十二点前报送。',
    ].join('\n')
    expect(told(text)).toEqual([
      ['own', '领导好，下面这个通知又要我们报三张表。'],
      ['forwarded', expect.stringContaining('请于今晚十二点前报送。')],
    ])
  })

  test('an Outlook thread without any marks', () => {
    const text = '我再补充一点。\n\n发件人: 专项办\n发送时间: 2026年10月12日\n收件人: 我\n主题: 回复\n\n请说明时间。'
    expect(own(text)).toBe('我再补充一点。')
  })

  test('answers between quoted lines are the person’s own', () => {
    const text = '> 哪个单位？\n是乡里。\n> 什么时候？\n上个月。'
    expect(told(text)).toEqual([
      ['quote', '> 哪个单位？'],
      ['own', '是乡里。'],
      ['quote', '> 什么时候？'],
      ['own', '上个月。'],
    ])
  })

  test('an attribution line goes with what it introduces', () => {
    expect(own('好的。\n\n在 2026-10-12 09:00:00，"专项办" <a@b.cn> 写道：\n> 请补充')).toBe('好的。')
    expect(own('Thanks.\n\nOn Mon, Oct 12, 2026 at 9:00 AM Office <a@b.cn> wrote:\n> more?')).toBe('Thanks.')
  })

  test('a signature after its mark, and a card without one', () => {
    expect(told('反映填表问题。\n-- \n张三\n望川县某乡')).toEqual([
      ['own', '反映填表问题。'],
      ['signature', '-- \n张三\n望川县某乡'],
    ])
    expect(told('反映填表问题。\n\n张三\n望川县柳河乡\n电话：13800000000')).toEqual([
      ['own', '反映填表问题。'],
      ['signature', '张三\n望川县柳河乡\n电话：13800000000'],
    ])
  })

  test('what a telephone adds by itself, and what a company’s server adds', () => {
    expect(told('请查一查。\n\n发自我的iPhone')).toEqual([
      ['own', '请查一查。'],
      ['signature', '发自我的iPhone'],
    ])
    const text =
      '请查一查。\n\n本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人。\n禁止任何其他人以任何形式使用。'
    expect(own(text)).toBe('请查一查。')
  })

  test('a telephone number in the middle of a complaint stays in it', () => {
    const text = '他们让我们打 13800000000 报数，\n每天两次，\n一直打到半夜。请管一管。\n大家都很累，真的。'
    expect(own(text)).toBe(text)
  })

  test('a sentence about a form with a subject line is a sentence', () => {
    expect(own('主题：填表太多\n我们每天填三张表。')).toBe('主题：填表太多\n我们每天填三张表。')
  })

  test('a mail that was only passed on has nothing of its own', () => {
    expect(own('发件人: 甲\n发送时间: 今天\n主题: 通知\n\n今晚报表')).toBe('')
  })
})

test('nothing is lost: the stretches in their order are the text', () => {
  const line = fc.constantFrom(
    '',
    '> a',
    '-- ',
    '发件人: 甲',
    '主题: 乙',
    '我说',
    '写道：',
    '电话：13800000000',
    '本邮件含有',
    'On x wrote:',
    '____________________',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n')
      expect(
        ownWords(text)
          .map(({ text: said }) => said)
          .join('\n'),
      ).toBe(text)
    }),
  )
})
