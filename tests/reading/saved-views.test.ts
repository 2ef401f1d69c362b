import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import {
  deleteView,
  listViews,
  MOST_VIEWS,
  moveView,
  renameView,
  saveView,
} from '#workflows/saved-views/saved-views.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
}, 240_000)
afterAll(() => town.close())
beforeEach(() => town.db.deleteFrom('saved_view').execute())

const LATE = '/desk?state=rectifying&due=late'
const clerk = () => town.officer('hewen')
const titles = async (by = clerk()) => (await listViews(town, by)).map(({ title }) => title)
const keep = (title: string, address = LATE) => saveView(town, clerk(), { title, address })

describe('a view of one’s own', () => {
  it('is kept under its name, in order, and leads to its address', async () => {
    expect(await keep(' 张三\n镇的 ', '/desk/search?q=%E5%BC%A0%E4%B8%89')).toBeNull()
    expect(await keep('超期的')).toBeNull()
    expect(await listViews(town, clerk())).toMatchObject([
      { title: '张三 镇的', address: '/desk/search?q=%E5%BC%A0%E4%B8%89' },
      { title: '超期的', address: LATE },
    ])
  })

  it('cannot be read in the database: people type names into searches', async () => {
    await keep('张三', '/desk/search?q=%E5%BC%A0%E4%B8%89')
    const [row] = await town.db.selectFrom('saved_view').selectAll().execute()
    expect(row?.view.toString('latin1')).not.toContain('search')
    expect(row?.view.includes(Buffer.from('张三'))).toBe(false)
  })

  it('is nobody else’s to see, rename, move or delete', async () => {
    await keep('一')
    await keep('二')
    const [view] = await listViews(town, clerk())
    const other = town.officer('luoping')
    expect(await titles(other)).toEqual([])
    expect(await renameView(town, other, view?.id ?? '', '三')).toBe('gone')
    expect(await moveView(town, other, view?.id ?? '', 'down')).toBe('gone')
    expect(await deleteView(town, other, view?.id ?? '')).toBe('gone')
    expect(await titles()).toEqual(['一', '二'])
  })

  it('moves one place at a time and stays in the list', async () => {
    for (const title of ['一', '二', '三']) await keep(title)
    const [first, , third] = await listViews(town, clerk())
    await moveView(town, clerk(), first?.id ?? '', 'down')
    expect(await titles()).toEqual(['二', '一', '三'])
    await moveView(town, clerk(), third?.id ?? '', 'down')
    expect(await titles()).toEqual(['二', '一', '三'])
    await moveView(town, clerk(), third?.id ?? '', 'up')
    expect(await titles()).toEqual(['二', '三', '一'])
    await deleteView(town, clerk(), third?.id ?? '')
    expect(await titles()).toEqual(['二', '一'])
  })

  it('has a name of its own, of a bearable length, and an address of the desk', async () => {
    await keep('一')
    expect(await keep('一')).toBeNull()
    expect(await keep('一', '/desk?state=triage')).toBe('taken')
    expect(await keep('  ')).toBe('missing')
    expect(await keep('长'.repeat(31))).toBe('tooLong')
    for (const address of [
      'https://elsewhere.example/desk',
      '//elsewhere.example',
      '/admin',
      '/desk?q=a b',
      `/desk?q=${'a'.repeat(700)}`,
    ])
      expect(await keep('二', address)).toBe('wrong')
    await keep('二')
    const [, second] = await listViews(town, clerk())
    expect(await renameView(town, clerk(), second?.id ?? '', '一')).toBe('taken')
    expect(await titles()).toEqual(['一', '二'])
  })

  it('is one of twelve at most, also when two windows keep one at once', async () => {
    const kept = await Promise.all(Array.from({ length: MOST_VIEWS + 3 }, (_, nth) => keep(`第${nth}个`)))
    expect(kept.filter((stood) => stood === null)).toHaveLength(MOST_VIEWS)
    expect(kept.filter((stood) => stood === 'tooMany')).toHaveLength(3)
    expect(await titles()).toHaveLength(MOST_VIEWS)
  })
})
