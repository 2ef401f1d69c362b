import { describe, expect, test } from 'vitest'
import { box, html, plain, read } from './put-together.ts'

const both = async (words: string, page: string) => (await read(box('alternative', plain(words), html(page)))).text

describe('a mail that says it twice says all of it once', () => {
  test('a plain half that only speaks of programs stands above what the page says', async () => {
    const stub = '您的邮件客户端不支持HTML格式,请切换到支持HTML的客户端查看。'
    expect(await both(stub, '<p>村里每周三张表,请查。</p>')).toBe(`${stub}\n\n村里每周三张表,请查。`)
  })
  test('a plain half with the beginning only', async () => {
    expect(await both('村里每周三张表', '<p>村里每周三张表</p><p>而且书记还要求每天打卡</p>')).toBe(
      '村里每周三张表\n\n而且书记还要求每天打卡',
    )
  })
  test('halves that each have words of their own', async () => {
    const text = await both('村里每周三张表\n每天打卡', '<p>村里每周三张表</p><p>五个会</p>')
    expect(text).toBe('每天打卡\n\n村里每周三张表\n\n五个会')
  })
  test('a page of nothing but a picture', async () => {
    expect(await both('三张表', '<p><img src="cid:a"> </p>')).toBe('三张表')
  })
  test.each([
    ['lines broken elsewhere', '每周都要填\n三张表', '<p>每周都要填三张表</p>'],
    [
      'quotes and lists',
      '1. 表多\n2. 会多\n\n> 问：几张？',
      '<ol><li>表多</li><li>会多</li></ol><blockquote>问：几张？</blockquote>',
    ],
    ['bullets', '- 表多\n- 会多', '<ul><li>表多</li><li>会多</li></ul>'],
    ['a list without numbers', '表多\n会多', '<ol><li>表多</li><li>会多</li></ol>'],
    [
      'links',
      '见通知 https://a.example/x 请查',
      '<p>见<a href="https://a.example/x?from=mail">通知</a> https://a.example/x 请查</p>',
    ],
    [
      'who wrote before',
      '好的。\n\n张 <z@x.cn> 于2026年10月10日写道：\n> 请报',
      '<p>好的。</p><div>张 &lt;<a href="mailto:z@x.cn">z@x.cn</a>&gt; 于2026年10月10日写道：</div><blockquote>请报</blockquote>',
    ],
    [
      'cells of a table',
      '表名\t频次\n日报\t每天',
      '<table><tr><td>表名</td><td>频次</td></tr><tr><td>日报</td><td>每天</td></tr></table>',
    ],
    ['wide letters', '３张表（每周）', '<p>3张表(每周)</p>'],
  ])('the plain half stands for the page where they differ by %s alone', async (_, words, page) => {
    expect(await both(words, page)).toBe(words)
  })
})
