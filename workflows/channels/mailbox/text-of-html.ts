import { convert, type FormatCallback } from 'html-to-text'

/** A mail of more HTML than this is cut there: a person's words come first. */
const MOST = 2_000_000

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

/** What a person reads in an HTML mail, as text. Nothing is fetched; pictures leave their description. */
export const textOfHtml = (html: string): string =>
  convert(html, {
    wordwrap: false,
    formatters: { cell, row },
    limits: { maxInputLength: MOST, maxDepth: 200, maxChildNodes: 10_000 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ['<', '>'] } },
      { selector: 'img', format: 'skip' },
      { selector: 'td', format: 'cell' },
      { selector: 'th', format: 'cell' },
      { selector: 'tr', format: 'row' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[ \t]+$/gm, '')
    .trim()
