import { convert, type FormatCallback } from 'html-to-text'

/** Of more HTML than this nobody reads the rest; it stays a file. */
const MOST = 2_000_000
/** What stands where the reader gave up: no word that anybody writes. */
const GIVEN_UP = '\ufdd0'

/** Cells stand apart; whatever a table is for, its words do not run together. */
const cell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder)
  builder.addInline(' ')
}
const row: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  walk(element.children, builder)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** Whether not all of it can be told as text. */
export const isTooMuchHtml = (html: string): boolean => html.length > MOST || told(html).includes(GIVEN_UP)

/**
 * What an HTML mail says, as text, also what its style hides and what stands before or after its body. Nothing is
 * fetched; of pictures nothing is left.
 */
export function textOfHtml(html: string): string {
  const text = told(html)
  // a comment or a script that never ends swallows all the rest
  return text === ''
    ? html
        .replace(/<[^<>]{0,2000}>/g, ' ')
        .replace(/^[\s<>!-]+$/, '')
        .trim()
    : text.replaceAll(GIVEN_UP, '…')
}

const told = (html: string): string =>
  convert(html, {
    wordwrap: false,
    baseElements: { selectors: [] },
    formatters: { cell, row },
    limits: { maxInputLength: MOST, maxDepth: 200, maxChildNodes: 100_000, ellipsis: GIVEN_UP },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ['<', '>'] } },
      ...['img', 'style', 'script', 'title'].map((selector) => ({ selector, format: 'skip' })),
      { selector: 'body', format: 'block' },
      { selector: 'td', format: 'cell' },
      { selector: 'th', format: 'cell' },
      { selector: 'tr', format: 'row' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .trim()
