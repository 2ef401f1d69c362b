import { strFromU8, unzipSync } from 'fflate'

/** Rows of a column, both counted from 0, that one cell covers from the first to the last. */
export type Merged = { column: number; first: number; last: number }
/** What a workbook says of a sheet beside its cells. */
export type SheetNotes = { isHidden: boolean; merged: Merged[] }

const MERGED = /<mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g
/** More than people merge by hand. */
const MOST_MERGED = 20_000

/** Which sheets of a workbook, by their names, are hidden, and which of their cells are merged downwards. Its size was bounded before. */
export function sheetNotes(bytes: Buffer): Map<string, SheetNotes> {
  const files = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(?:workbook\.xml|_rels\/|worksheets\/[^/]+\.xml$)/.test(name),
  })
  const textOf = (name: string) => {
    const file = files[name]
    return file ? strFromU8(file) : ''
  }
  const targets = new Map(
    tags(textOf('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [said(tag, 'Id'), said(tag, 'Target')]),
  )
  return new Map(
    tags(textOf('xl/workbook.xml'), 'sheet').map((tag) => {
      const target = targets.get(said(tag, 'r:id')) ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      return [
        said(tag, 'name'),
        { isHidden: /^(?:veryH|h)idden$/.test(said(tag, 'state')), merged: mergedIn(textOf(path)) },
      ]
    }),
  )
}

const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:[a-z]{1,9}:)?${name}\\s[^<>]*>`, 'g')) ?? []
const said = (tag: string, attribute: string): string =>
  decoded(new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '')
const decoded = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

function mergedIn(xml: string): Merged[] {
  const merged: Merged[] = []
  for (const [, left = '', top, , bottom] of xml.slice(Math.max(0, xml.indexOf('<mergeCells'))).matchAll(MERGED)) {
    const [first, last] = [Number(top) - 1, Number(bottom) - 1]
    if (last > first) merged.push({ column: columnOf(left), first, last })
    if (merged.length >= MOST_MERGED) break
  }
  return merged
}
const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
