import { describe, expect, it } from 'vitest'
import { unitTyped, unitWords } from '#workflows/assignment/unit-words.ts'
import { peopleNamed } from '#workflows/roles/people-named.ts'

const PEOPLE = [
  { id: '1', name: '何雯', login: 'hewen' },
  { id: '2', name: '宋洁', login: 'songjie' },
  { id: '3', name: '宋洁玉', login: 'songjieyu' },
  { id: '4', name: '王强', login: 'wangqiang' },
  { id: '5', name: '王强', login: 'wangqiang.2' },
]
const named = (text: string) => {
  const { people, unknown } = peopleNamed(PEOPLE, text)
  return { people: people.map(({ id }) => id), unknown }
}

describe('Colleagues are named in a text', () => {
  it.each([
    ['请@何雯看一下', ['1']],
    ['@hewen，@宋洁 请看', ['1', '2']],
    ['＠HeWen: 请看；@何雯', ['1']],
    ['@宋洁玉请看', ['3']],
    ['请 @wangqiang.2 看，@wangqiang.', ['5', '4']],
    ['发到 he@hewen.example 了', []],
    ['每人 @ 一下', []],
  ])('%s', (text, people) => {
    expect(named(text)).toEqual({ people, unknown: [] })
  })
  it('and whoever is not there, or shares the name, is not guessed', () => {
    expect(named('@王二 和 @王强 看')).toEqual({ people: [], unknown: ['王二', '王强'] })
    expect(named('@hewenx')).toEqual({ people: [], unknown: ['hewenx'] })
  })
})

describe('A unit is typed by what it is called', () => {
  const unit = (id: string, code: string, name: string, closed_on: string | null = null) => ({
    id,
    code,
    name,
    closed_on,
  })
  const units = [
    unit('a', '1', '望川县民政局'),
    unit('b', '2', '综合办'),
    unit('c', '3', '综合办'),
    unit('d', '4', '老局', '2026-01-01'),
  ]
  it('and by its code where others are called so too', () => {
    expect([...unitWords(units).values()]).toEqual(['望川县民政局', '综合办(2)', '综合办(3)', '老局'])
    expect(
      ['望川县 民政局', 'a', '综合办(3)', '综合办', '望川', '老局', ''].map((typed) => unitTyped(units, typed)),
    ).toEqual(['a', 'a', 'c', null, null, null, null])
  })
})
