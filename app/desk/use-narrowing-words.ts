import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import type { Narrowing, NarrowingNames, NarrowingPart } from '#workflows/reading/queue-filter.ts'
import { NARROWING_PARTS } from './queue-address.ts'

const NAMELESS = ['me', 'nobody'] as const
export type NarrowingWord = { part: NarrowingPart; word: string }

/** What a narrowing says, part by part, in the order of its address. `t` and `language` of the reader. */
export function narrowingWords(
  t: TFunction<['queues', 'case']>,
  language: string,
  narrow: Narrowing,
  names: NarrowingNames,
): NarrowingWord[] {
  const kind = names.kind && `${names.kind.code} ${language === 'en' ? names.kind.en : names.kind.zh}`
  const word: { readonly [Part in NarrowingPart]: () => string } = {
    kind: () => t('queues:chip.kind', { name: kind }),
    place: () => t('queues:chip.place', { name: names.place }),
    complexity: () => t('queues:chip.complexity', { name: t(`case:complexities.${narrow.complexity ?? 'easy'}`) }),
    holder: () => {
      const nameless = NAMELESS.find((one) => one === narrow.holder)
      return nameless ? t(`queues:holder.${nameless}`) : t('queues:chip.holder', { name: names.holder })
    },
    due: () => t(`queues:due.${narrow.due ?? 'late'}`),
    urgent: () => t('queues:flags.urgent'),
    reprisal: () => t('queues:flags.reprisal'),
    slow: () => t('queues:flags.slow'),
    provisional: () => t('queues:flags.provisional'),
    from: () => t('queues:chip.from', { name: formatDay(narrow.from ?? '', language) }),
    to: () => t('queues:chip.to', { name: formatDay(narrow.to ?? '', language) }),
  }
  return NARROWING_PARTS.filter((part) => narrow[part]).map((part) => ({ part, word: word[part]() }))
}

/** The same on a page. */
export function useNarrowingWords(narrow: Narrowing, names: NarrowingNames): NarrowingWord[] {
  const { t, i18n } = useTranslation(['queues', 'case'])
  return narrowingWords(t, i18n.language, narrow, names)
}
