import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import { Paper } from '#app/ui/paper.tsx'
import type { LetterPage } from '#workflows/reading/letter-page.ts'

const PARTS = ['brief', 'task', 'quality', 'feedbackStandard'] as const
/** A long letter is set smaller, so that it still fits its one page. */
const ROOMY = 900

/** The letter as it is filed: one A4 page, on screen and on paper. */
export function LetterPaper({ letter }: { letter: LetterPage }) {
  const { t, i18n } = useTranslation('handling')
  const due = letter.dates.find(({ name }) => name === 'rectification')
  const length = PARTS.reduce((sum, part) => sum + letter[part].length, 0)
  return (
    <Paper
      issuer={t('paper.issuer')}
      number={letter.number}
      title={t('paper.title')}
      signed={t('paper.office')}
      on={formatDay(letter.issuedOn, i18n.language).replace(/ ?\(.*\)$/, '')}
    >
      <div className={length > ROOMY ? 'space-y-2 text-sm leading-relaxed print:leading-normal' : 'space-y-3'}>
        <p className="font-semibold">{t('paper.to', { unit: letter.unit })}</p>
        <p className="indent-[2em]">{t('paper.opening')}</p>
        {PARTS.map((part) => (
          <section key={part}>
            <h2 className="text-base font-semibold">{t(`paper.parts.${part}`)}</h2>
            <div className="indent-[2em] whitespace-pre-line text-justify">{letter[part]}</div>
          </section>
        ))}
        <section>
          <h2 className="text-base font-semibold">{t('paper.parts.limits')}</h2>
          <p className="indent-[2em]">
            {due ? t('paper.due', { day: formatDay(due.dueOn, i18n.language) }) : t(`paper.limit.${letter.complexity}`)}
            {due?.explained && t('paper.rule', { rule: i18n.language === 'en' ? due.explained.en : due.explained.zh })}
            {due?.source && t('paper.source', { source: due.source })}
            {t('paper.rights')}
          </p>
          <p className="indent-[2em]">
            {letter.lead ? t('paper.youLead') : t('paper.youAssist')}
            {letter.otherUnit && t(letter.lead ? 'paper.otherAssists' : 'paper.otherLeads', { unit: letter.otherUnit })}
          </p>
        </section>
      </div>
    </Paper>
  )
}
