import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from './day-words.ts'

/** The first year whose holidays nobody has announced yet; null where the page does not know. */
const UnannouncedFrom = createContext<number | null>(null)

export const AnnouncedUntil = UnannouncedFrom.Provider

/** Whether a day (`YYYY-MM-DD`) was counted Monday to Friday, for want of its year's holidays. */
export function useIsProvisional(day: string): boolean {
  const from = useContext(UnannouncedFrom)
  return isAfter(day, from)
}

/** A day on which something is due, in words: one that may still move says so. */
export function useDueWord(): (day: string) => string {
  const { t, i18n } = useTranslation('site')
  const from = useContext(UnannouncedFrom)
  return (day) => {
    const said = formatDay(day, i18n.language)
    return isAfter(day, from) ? t('due.dayProvisional', { day: said }) : said
  }
}

const isAfter = (day: string, from: number | null): boolean => from !== null && Number(day.slice(0, 4)) >= from
