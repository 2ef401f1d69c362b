import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'

type ReceivedProps = {
  /** null: it was shown before */
  code: string | null
  again: boolean
  /** the day to come back */
  visit: string | null
  /** what was received besides the words, by name */
  files?: readonly string[]
}

/** After sending: the code, large, in fours, once; how to keep it, when to come back. */
export function Received({ code, again, visit, files = [] }: ReceivedProps) {
  const { t } = useTranslation('frontDesk')
  return (
    <PublicLayout once>
      <div data-forget="report" className="bare-paper">
        <h1 className="text-xl print:hidden">{t('received.heading')}</h1>
        {code ? (
          <>
            <p className="mt-1 print:hidden">{again ? t('received.again') : t('received.lead')}</p>
            <Code code={code} />
          </>
        ) : (
          <p className="mt-1 mb-6 print:hidden">
            {t('received.shown')} {t('received.lost')}
          </p>
        )}
        {files.length > 0 && (
          <section aria-labelledby="files" className="mb-6 print:hidden">
            <h2 id="files" className="mb-2 text-lg">
              {t('received.files', { count: files.length })}
            </h2>
            <ul className="list-disc pl-6">
              {files.map((name, at) => (
                <li key={`${at} ${name}`}>{name}</li>
              ))}
            </ul>
          </section>
        )}
        {code && <Advice part="keep" lines={['paper', 'away', 'nobody']} />}
        <Advice part="next" lines={[visit ? 'first' : 'firstAgain', 'brief', 'question', 'silent']} day={visit} />
        <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          {/* without a mark of its own: this page is drawn once for many, and what a form does here is harmless */}
          <form method="post" action="/follow" data-leave>
            <Button name="act" value="leave">
              {t('received.leave')}
            </Button>
          </form>
          <LinkButton to="/follow">{t('received.follow')}</LinkButton>
        </div>
        <p className="mt-2 text-sm text-muted print:hidden">{t('received.leaveHelp')}</p>
      </div>
    </PublicLayout>
  )
}

function Code({ code }: { code: string }) {
  const { t } = useTranslation('frontDesk')
  return (
    <section
      aria-labelledby="code"
      className="mt-5 mb-8 rounded-md border-2 border-qing bg-sheet px-4 py-5 text-center print:border-0 print:p-[24mm]"
    >
      <h2 id="code" className="text-sm font-normal text-muted print:hidden">
        {t('received.code')}
      </h2>
      <output
        name="receipt"
        className="my-2 block font-mono text-[min(1.765rem,5vw,36px)] leading-snug font-semibold whitespace-nowrap tabular-nums select-all sm:text-[min(2.235rem,5vw,36px)]"
      >
        {code}
      </output>
      <div className="mt-3 flex flex-wrap justify-center gap-2 print:hidden">
        <Button type="button" look="quiet" hidden data-copy="receipt" data-done={t('received.copied')}>
          {t('received.copy')}
        </Button>
        <Button type="button" look="quiet" hidden data-print>
          {t('received.print')}
        </Button>
        <Button
          type="button"
          look="quiet"
          hidden
          data-save="receipt"
          data-file={t('received.noteFile')}
          data-note={t('received.note')}
        >
          {t('received.save')}
        </Button>
      </div>
    </section>
  )
}

type AdviceProps = { day?: string | null } & (
  | { part: 'keep'; lines: readonly ('paper' | 'away' | 'nobody')[] }
  | { part: 'next'; lines: readonly ('first' | 'firstAgain' | 'brief' | 'question' | 'silent')[] }
)

function Advice({ part, lines, day }: AdviceProps) {
  const { t, i18n } = useTranslation('frontDesk')
  return (
    <section aria-labelledby={part} className="mb-6 print:hidden">
      <h2 id={part} className="mb-2 text-lg">
        {t(`received.${part}.title`)}
      </h2>
      <ul className="space-y-2">
        {lines.map((line) => (
          <li key={line} className="border-l-3 border-qing pl-3">
            {t(`received.${part}.${line}` as 'received.next.first', { day: day ? formatDay(day, i18n.language) : '' })}
          </li>
        ))}
      </ul>
    </section>
  )
}
