import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import type { Said } from '#app/ui/thread-bubbles.tsx'
import type { ShownThread as Thread } from '#workflows/reading/thread.ts'

type ThreadSaid = Thread['said'][number]
type Words = TFunction<'followUp'>

/** Everything said, in the reader's words: who, on which day, what it is about, and the words themselves. */
export function useSaid(thread: Thread): Said[] {
  const { t, i18n } = useTranslation('followUp')
  const { t: word } = useTranslation('case')
  return thread.said.map((said) => ({
    key: said.key,
    from: said.from,
    who: `${said.from === 'you' ? t('you') : t('office')} · ${t(`about.${said.about}` as 'about.report')}`,
    at: formatDay(said.day, i18n.language),
    text: said.report ? reportWords(t, said, said.report) : words(t, word, said),
  }))
}

function words(t: Words, word: TFunction<'case'>, { about, code, text, rating }: ThreadSaid): ReactNode {
  if (rating)
    return lines([
      rating.satisfied ? t('said.satisfied') : t('said.notSatisfied'),
      text,
      rating.consent && t('said.consent'),
    ])
  switch (about) {
    case 'withdrawal':
      return lines([t('said.withdrawn'), text])
    case 'noDispatch':
      return t('said.noDispatch')
    case 'dispatch':
      return t('said.dispatch', { units: text })
    case 'refusal': {
      const reason = word(`refusalReasons.${code}` as 'refusalReasons.crime')
      const channel = word(`otherChannels.${code}` as 'otherChannels.crime')
      return lines([t('said.refusal', { reason, channel }), text])
    }
    case 'redoRefused':
      return lines([text, t('said.redoNext')])
    case 'noReply':
      return lines([word(`noReplyGrounds.${code}` as 'noReplyGrounds.secret'), text])
    case 'lookBack':
      return t(`said.lookBack.${code}` as 'said.lookBack.held')
    default:
      return text
  }
}

const lines = (parts: readonly (string | false)[]) => parts.filter(Boolean).join('\n')

function reportWords(t: Words, { text }: ThreadSaid, about: NonNullable<ThreadSaid['report']>): ReactNode {
  const facts = [
    about.place && t('said.place', { text: about.place }),
    about.unit && t('said.unit', { text: about.unit }),
    about.happened && t('said.happened', { text: about.happened }),
    about.files.length > 0 && t('said.files', { count: about.files.length, names: about.files.join(t('and')) }),
    about.hasContact && t('said.contact'),
    about.noDispatch && t('said.wish'),
  ].filter(Boolean)
  return (
    <>
      {text}
      {facts.length > 0 && <span className="mt-2 block text-sm text-muted">{facts.join('\n')}</span>}
    </>
  )
}
