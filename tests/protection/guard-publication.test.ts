import { describe, expect, it } from 'vitest'
import { guardPublication } from '#workflows/protection/guard-publication.ts'

const flagged = (text: string) => guardPublication(text).map(({ flag, text: found }) => `${flag} ${found}`)

describe('Before a text is published', () => {
  it('telephone numbers, dates, figures, accounts and likely names are pointed out', () => {
    expect(flagged('请拨13812345678')).toEqual(['phone 13812345678'])
    expect(flagged('2026年3月2日开会')).toEqual(['date 2026年3月2日'])
    expect(flagged('压减37%')).toEqual(['number 37%'])
    expect(flagged('写信到 zhang@example.cn')).toEqual(['account zhang@example.cn'])
    expect(flagged('王建国主任说')).toEqual(['person 王建国'])
    expect(flagged('张某反映')).toEqual(['person 张某'])
  })

  it('ordinary prose is left alone', () => {
    expect(flagged('合并重复报表，取消不必要的留痕要求，基层负担明显减轻。')).toEqual([])
  })

  it('each place is pointed out once, where it stands', () => {
    const text = '3月2日王建国书记通知报5张表'
    for (const { start, end, text: found } of guardPublication(text)) expect(text.slice(start, end)).toBe(found)
    expect(flagged(text)).toEqual(['date 3月2日', 'person 王建国', 'number 5'])
  })
})
