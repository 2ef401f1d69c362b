/** More marks on one letter than any script writes (UAX 15 streams cut at 30). */
const PILE_OF_MARKS = /(\p{M}{31,})/u

/**
 * A text in its composed (NFC) or plain form (NFKC: width and shape of letters make no difference). Marks in a pile are
 * put in order in time that grows with its square (10^5 of them: 4 s), so piles stay as they came.
 */
const inForm = (text: string, form: 'NFC' | 'NFKC'): string =>
  text
    .split(PILE_OF_MARKS)
    .map((part, at) => (at % 2 === 0 ? part.normalize(form) : part))
    .join('')

export const composed = (text: string): string => inForm(text, 'NFC')
export const plainForm = (text: string): string => inForm(text, 'NFKC')
