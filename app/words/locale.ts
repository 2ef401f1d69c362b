/** The languages of the screen; the first is the one meant. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const LETTER_SIZES = ['standard', 'large', 'larger'] as const
export type LetterSize = (typeof LETTER_SIZES)[number]

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)
export const isLetterSize = (value: unknown): value is LetterSize => LETTER_SIZES.some((size) => size === value)
