import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import { formatDay } from '#app/ui/day-words.ts'
import { Paper } from '#app/ui/paper.tsx'
import { useDueWord } from '#app/ui/unannounced.tsx'
import type { ReferralPage } from '#workflows/reading/supervision-papers.ts'

type Sheet = NonNullable<ReferralPage['sheet']>

/** What leaves for discipline inspection: its own number, kind, units, dates, cards and the words of the orders. */
export function ReferralPaper({ number, on, sheet }: { number: string; on: string; sheet: Sheet }) {
  const { t, i18n } = useTranslation(['oversight', 'case'])
  const day = (of: string) => formatDay(of, i18n.language)
  const dueWord = useDueWord()
  return (
    <Paper
      issuer={t('oversight:paper.issuer')}
      number={number}
      title={t('oversight:paper.referral')}
      signed={t('oversight:paper.office')}
      on={day(on).replace(/ ?\([^()]*\)$/, '')}
    >
      <p className="font-semibold">{t('oversight:paper.toDiscipline')}</p>
      <p className="indent-[2em]">{t('oversight:paper.referralOpening')}</p>
      {sheet.kind && (
        <p className="indent-[2em]">
          {t('oversight:paper.kind', {
            kind: `${sheet.kind.code} ${i18n.language === 'en' ? sheet.kind.en : sheet.kind.zh}`,
          })}
        </p>
      )}
      {sheet.accused.length > 0 && (
        <p className="indent-[2em]">
          {t('oversight:paper.accused', { units: sheet.accused.join(commaOf(i18n.language)) })}
        </p>
      )}
      {sheet.letters.map((letter) => (
        <section key={letter.number}>
          <h2 className="text-[1em] font-semibold">
            {t('oversight:paper.letter', { unit: letter.unit, number: letter.number, day: day(letter.issuedOn) })}
          </h2>
          <ul className="pl-[2em]">
            {letter.dates.map(({ name, dueOn, rung }) => (
              <li key={name}>
                {[
                  String(t(`case:deadlines.${name}` as never)),
                  dueWord(dueOn),
                  rung && t(`oversight:rungs.unit.${rung}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sheet.orders.map((order) => (
        <section key={order.number}>
          <h2 className="text-[1em] font-semibold">
            {t('oversight:paper.orderTo', { unit: order.unit, number: order.number, day: day(order.issuedOn) })}
          </h2>
          <div className="indent-[2em] whitespace-pre-line">{order.text}</div>
          <p className="indent-[2em]">
            {order.answeredOn
              ? t('oversight:answeredOn', { day: day(order.answeredOn) })
              : t('oversight:paper.answerDue', { day: dueWord(order.answerBy) })}
          </p>
        </section>
      ))}
    </Paper>
  )
}
