import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import type { PathLabel } from '#app/ui/life-path.tsx'
import type { ShownThread } from '#workflows/reading/thread.ts'

/** The stops that this report never came by: what was taken back was not verified, and without letters nothing was put right. */
export function leftOutOf({ label, lettersOut, stands, said }: ShownThread): PathLabel[] {
  if (stands.withdrawn) return ['verifying', 'rectifying', 'replied']
  if (label !== 'closed' && label !== 'replied') return []
  const answered = said.some(({ about }) => about === 'reply')
  return [...(lettersOut ? [] : (['rectifying'] as const)), ...(answered ? [] : (['replied'] as const))]
}

/** The sentence under the stop where it stands: true of this report, and kept by what happens next. */
export function useStands({ label, lettersOut, stands }: ShownThread): string {
  const { t, i18n } = useTranslation('followUp')
  const { t: word } = useTranslation('case')
  const day = (on: string) => formatDay(on, i18n.language)
  if (stands.withdrawn && label === 'closed') return t('stands.withdrawn')
  if (label === 'closed')
    return t(stands.struckOff ? 'stands.struckOff' : stands.lookedBack ? 'stands.lookedBack' : 'stands.closed')
  if (label !== 'rectifying') return word(`meanings.${label}`)
  if (!lettersOut) return t('stands.toAssign')
  return [
    stands.finding && t('stands.finding', { finding: word(`findings.${stands.finding}`) }),
    t(stands.disputed ? 'stands.disputed' : 'stands.lettersOut'),
    stands.answersBy && t('stands.answersBy', { day: day(stands.answersBy) }),
  ]
    .filter(Boolean)
    .join(i18n.language === 'en' ? ' ' : '')
}
