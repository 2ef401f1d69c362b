import { useTranslation } from 'react-i18next'
import { formatDay } from './day-words.ts'
import { Paper } from './paper.tsx'
import { useDueWord } from './unannounced.tsx'

type OrderPaperProps = {
  order: {
    number: string
    unit: { name: string }
    letter: string
    issuedOn: string
    answerBy: string
    answeredOn: string | null
    text: string
    answer: string | null
  }
}

/** A supervision order as it is filed: one A4 page with its number and room for the seal, the answer below it. */
export function OrderPaper({ order }: OrderPaperProps) {
  const { t, i18n } = useTranslation('oversight')
  const dueWord = useDueWord()
  const day = (on: string) => formatDay(on, i18n.language).replace(/ ?\([^()]*\)$/, '')
  return (
    <Paper
      issuer={t('paper.issuer')}
      number={order.number}
      title={t('paper.order')}
      signed={t('paper.office')}
      on={day(order.issuedOn)}
      below={
        order.answer !== null && (
          <section className="mt-4 border-t border-line pt-4 print:mt-2">
            <h2 className="text-[1em] font-semibold">
              {t('paper.answer', { day: order.answeredOn ? day(order.answeredOn) : '' })}
            </h2>
            <div className="indent-[2em] text-justify whitespace-pre-line">{order.answer}</div>
          </section>
        )
      }
    >
      <p className="font-semibold">{t('paper.to', { unit: order.unit.name })}</p>
      <div className="indent-[2em] text-justify whitespace-pre-line">{order.text}</div>
      <p className="indent-[2em]">{t('paper.about', { letter: order.letter, day: dueWord(order.answerBy) })}</p>
    </Paper>
  )
}
