import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import { Paper } from '#app/ui/paper.tsx'
import { useDueWord } from '#app/ui/unannounced.tsx'
import type { LetterPage } from '#workflows/reading/letter-page.ts'

const PARTS = ['brief', 'task', 'quality', 'feedbackStandard'] as const
/** How a letter is set by the length of its texts: on paper each still fits its one page. */
const SETTINGS = [
  { most: 300, look: 'space-y-3 print:space-y-2 print:text-[12pt] print:leading-normal' },
  { most: 1000, look: 'space-y-3 print:space-y-1 print:text-[10.5pt] print:leading-normal' },
  { most: Number.POSITIVE_INFINITY, look: 'space-y-2 text-sm print:space-y-1 print:text-[9pt] print:leading-snug' },
]

/** The letter as it is filed: one A4 page, on screen and on paper. */
export function LetterPaper({ letter }: { letter: LetterPage }) {
  const { t, i18n } = useTranslation('handling')
  const due = letter.dates.find(({ name, asIssued }) => name === 'rectification' && asIssued)
  const explained = i18n.language === 'en' ? due?.explained?.en : due?.explained?.zh
  const rule = explained ? t('paper.rule', { rule: explained }) : ''
  const dueWord = useDueWord()
  const length = PARTS.reduce((sum, part) => sum + letter[part].length, 0)
  return (
    <Paper
      issuer={t('paper.issuer')}
      number={letter.number}
      title={t('paper.title')}
      signed={t('paper.office')}
      on={formatDay(letter.issuedOn, i18n.language).replace(/ ?\([^()]*\)$/, '')}
    >
      <div className={SETTINGS.find(({ most }) => length <= most)?.look}>
        <p className="font-semibold">{t('paper.to', { unit: letter.unit })}</p>
        <p className="indent-[2em]">{t('paper.opening')}</p>
        {PARTS.map((part) => (
          <section key={part}>
            <h2 className="text-[1em] font-semibold">{t(`paper.parts.${part}`)}</h2>
            <div className="indent-[2em] whitespace-pre-line text-justify">{letter[part]}</div>
          </section>
        ))}
        <section>
          <h2 className="text-[1em] font-semibold">{t('paper.parts.limits')}</h2>
          <p className="indent-[2em]">
            {due
              ? t('paper.due', { day: explained ? formatDay(due.dueOn, i18n.language) : dueWord(due.dueOn), rule })
              : t(`paper.limit.${letter.complexity}`)}
            {t(letter.returnable ? 'paper.rights' : 'paper.rightsAfterRuling')}
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
