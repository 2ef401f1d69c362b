import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { Dialogue } from './dialogue.tsx'
import { CaseFromMail } from './case-from-mail.tsx'
import { CaseSection, Sheet, Words } from './case-section.tsx'
import { useCaseWord } from './use-case-word.ts'

type Said = NonNullable<CasePage['said']>

/** What was reported, in the reporters' own words; of a contact no more than that there is one. */
export function CaseReport({ said, page }: { said: Said; page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const { t: together } = useTranslation('together')
  const word = useCaseWord()
  return (
    <CaseSection id="report" title={t('case.report')}>
      {said.reports.map((report) => {
        const merged = page.merged.find(({ id }) => id === report.caseId)
        const day = formatDay(report.day, i18n.language)
        return (
          <Sheet
            key={report.id}
            title={merged ? t('case.ofMerged', { number: merged.number }) : page.number}
            by={t('case.received', { day, channel: word('channels', report.channel) })}
          >
            {report.channel === 'hotline' ? (
              <Dialogue text={report.body} />
            ) : (
              <p className="mb-3 whitespace-pre-line">{report.body}</p>
            )}
            <Words
              items={[
                { term: t('case.saidPlace'), is: report.place },
                { term: t('case.saidUnit'), is: report.unit },
                { term: t('case.saidWhen'), is: report.happened },
              ]}
            />
            <SealedFiles files={report.files} />
            <CaseFromMail folded={report.folded} unanswered={report.unanswered} />
            <p className="mt-3 text-sm text-muted">
              {page.isSplit && report.caseId === page.id
                ? together('split.kept')
                : t(report.hasContact ? 'case.contact.yes' : 'case.contact.no')}
              {report.noDispatch && <> · {t('case.noDispatchAsked')}</>}
            </p>
            <CodeSeen exposedOn={report.codeExposedOn} replacedOn={report.codeReplacedOn} />
          </Sheet>
        )
      })}
    </CaseSection>
  )
}

/** Whether anybody but the reporter has seen the code, and that after it was replaced nobody knows who holds it. */
function CodeSeen({ exposedOn, replacedOn }: { exposedOn: string | null; replacedOn: string | null }) {
  const { t, i18n } = useTranslation('desk')
  if (!exposedOn && !replacedOn) return null
  const day = formatDay(exposedOn ?? replacedOn ?? '', i18n.language)
  return <p className="mt-2 font-medium">{t(exposedOn ? 'case.codeExposed' : 'case.codeReplaced', { day })}</p>
}

/** Everything said both ways after the report, the oldest first. */
export function CaseThread({ said }: { said: Said }) {
  const { t, i18n } = useTranslation('desk')
  const word = useCaseWord()
  const { messages, ratings } = said
  return (
    <CaseSection id="thread" title={t('case.thread')}>
      {messages.length + ratings.length === 0 && <p className="text-sm text-muted">{t('case.noThread')}</p>}
      <ol className="space-y-3">
        {messages.map(({ id, from, about, day, code, text, files }) => (
          <li key={id} className={from === 'reporter' ? 'border-l-3 border-qing pl-3' : 'border-l-3 border-line pl-3'}>
            <p className="text-sm text-muted tabular-nums">
              {t(`case.${from}`)} · {aboutWord(about)} · {formatDay(day, i18n.language)}
            </p>
            {code && (
              <p className="font-medium">{word(about === 'refusal' ? 'refusalReasons' : 'noReplyGrounds', code)}</p>
            )}
            <p className="whitespace-pre-line">{text}</p>
            <SealedFiles files={files} />
          </li>
        ))}
        {ratings.map(({ id, day, satisfied, consent, text }) => (
          <li key={id} className="border-l-3 border-qing pl-3">
            <p className="text-sm text-muted tabular-nums">
              {t('case.reporter')} · {t('case.ratings.title')} · {formatDay(day, i18n.language)}
            </p>
            <p className="font-medium">
              {t(satisfied ? 'case.ratings.yes' : 'case.ratings.no')}
              {consent && <span className="font-normal"> · {t('case.ratings.consent')}</span>}
            </p>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
    </CaseSection>
  )

  function aboutWord(about: string) {
    return String(t(`case.about.${about}` as never))
  }
}

/** Saved, not shown: nothing about a file is believed. */
function SealedFiles({ files }: { files: Said['reports'][number]['files'] }) {
  const { t } = useTranslation('desk')
  if (files.length === 0) return null
  return (
    <div className="mt-3 text-sm">
      <p className="text-muted">{t('case.files')}</p>
      <ul>
        {files.map(({ id, caseId, name, size }) => (
          <li key={id}>
            <a href={`/desk/cases/${caseId}/files/${id}`} download className="link">
              {name}
            </a>{' '}
            <span className="text-muted">{t('case.fileSize', { size: Math.ceil(size / 1024) })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
