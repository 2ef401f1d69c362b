/**
 * What leaves the house about a notice, by language: one line each, without a blank to fill. No line says what it is
 * about, whose it is or who began it: mail and SMS are read on screens and by servers that may know none of it.
 */
import type { AnyNoticeName } from '#workflows/notices/by-channel.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export type Wording = {
  lines: Record<AnyNoticeName, string>
  /** before the one line there is, or the line for several */
  subject: (line: string) => string
  several: string
  signIn: string
  /** an SMS of one line, or of several */
  text: (line: string) => string
  severalInText: string
  /** every entry of the calendar */
  entry: string
  /** of a date in a year whose holidays are not announced */
  provisionalEntry: string
  calendar: string
}

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const WORDING: Record<Language, Wording> = { 'zh-CN': zhCN, en }

/** The lines that these notices come to, each once, in the order of the catalogue. */
export function linesOf(language: Language, names: readonly string[]): string[] {
  const { lines } = WORDING[language]
  return [...new Set(Object.entries(lines).flatMap(([name, line]) => (names.includes(name) ? [line] : [])))]
}
