/** What stands between the names of a list. */
export const commaOf = (language: string): string => (language === 'en' ? ', ' : '、')
