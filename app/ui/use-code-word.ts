import { useTranslation } from 'react-i18next'
import { commaOf } from './comma.ts'

const DICTIONARIES = [
  'session:roles',
  'units:levels',
  'units:kinds',
  'case:complexities',
  'case:deadlines',
  'case:refusalReasons',
  'case:findings',
  'case:noReplyGrounds',
  'templates:purposes',
  'templates:outcomes',
  'accounts:acts',
  'accounts:resets',
] as const

/** Codes in the record of settings, in words: roles, kinds of units, which date, what a template is for. */
export function useCodeWord(): (value: string) => string {
  const { t, i18n } = useTranslation('record')
  const wordOf = (code: string, where: readonly string[]) => {
    const known = where.map((each) => `${each}.${code}`).find((key) => i18n.exists(key))
    return known && t(known as 'fields.name')
  }
  const comma = commaOf(i18n.language)
  return (value) =>
    value
      .split('、')
      .map((part) => {
        if (/^\w+$/.test(part)) return wordOf(part, DICTIONARIES) ?? part
        // a letter for one side and one complexity
        const [, side = '', complexity = ''] = /^(territory|department)\.(\w+)$/.exec(part) ?? []
        const both = [side, complexity].map((each) => each && wordOf(each, ['templates:outcomes']))
        return both.every(Boolean) ? both.join(comma) : part
      })
      .join(comma)
}
