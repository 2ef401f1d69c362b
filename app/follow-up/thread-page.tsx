import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LifePath } from '#app/ui/life-path.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { ThreadBubbles } from '#app/ui/thread-bubbles.tsx'
import { AnnouncedUntil, useDueWord } from '#app/ui/unannounced.tsx'
import type { ShownThread as Thread } from '#workflows/reading/thread.ts'
import { Asked } from './asked.tsx'
import type { Answer } from './follow.tsx'
import { Further } from './further.tsx'
import { MatterSwitch } from './matter-switch.tsx'
import { SentBrief } from './sent-brief.tsx'
import { useSaid } from './use-said.tsx'
import { leftOutOf, useStands } from './use-stands.ts'

/** Where it stands, the latest word, what is asked, what can be done, and everything said. */
export const ThreadPage = (answer: Answer & { thread: Thread }) => (
  <AnnouncedUntil value={answer.thread.unannouncedFrom}>
    <OpenThread {...answer} />
  </AnnouncedUntil>
)

function OpenThread({ thread, notice, done, mistakes, typed, keep }: Answer & { thread: Thread }) {
  const { t, i18n } = useTranslation('followUp')
  const { t: word } = useTranslation('case')
  const said = useSaid(thread)
  const dueWord = useDueWord()
  const asks = { thread, mistakes, typed, keep }
  const isAsked = thread.question !== null || thread.dispatch !== null || thread.acts.includes('rate')
  // what is asked of the reader quotes the latest word already; a question that was answered, and a brief with its own place, is none
  const words = thread.said.findLast(({ from, about }) => from === 'office' && !PASSED.includes(about))
  const latest = isAsked ? undefined : said.find(({ key }) => key === words?.key)
  const stands = useStands(thread)
  const { owed, label } = thread
  return (
    <PublicLayout here="/follow" typing="several">
      <PageHead title={t('heading')} above={t('receivedOn', { day: formatDay(thread.receivedOn, i18n.language) })}>
        <form method="post" action="/follow" data-leave>
          <FormMark />
          <Button look="quiet" small name="act" value="leave" title={t('leaveHelp')}>
            {t('leave')}
          </Button>
        </form>
      </PageHead>
      <MatterSwitch matter={thread.matter} />
      {done && (
        <Told forget={keep && `${keep} ${done}`}>
          {t(`done.${done === 'withdraw' && label !== 'closed' ? 'withdrawNoted' : done}` as 'done.rate')}
        </Told>
      )}
      {(notice === 'stale' || notice === 'notNow') && <Told warn>{t(notice)}</Told>}
      {thread.codeReplacedOn && (
        <Told warn>{t('exposed.since', { day: formatDay(thread.codeReplacedOn, i18n.language) })}</Told>
      )}
      <Asked {...asks} />
      {latest && (
        <section aria-labelledby="latest" className="mb-6">
          <h2 id="latest" className="mb-3 text-lg">
            {t('latest')}
          </h2>
          <ThreadBubbles label={t('latest')} said={[latest]} />
        </section>
      )}
      <section aria-labelledby="where" className="mb-6">
        <h2 id="where" className="mb-3 text-lg">
          {t('where')}
        </h2>
        <LifePath
          upright
          at={label}
          leftOut={leftOutOf(thread)}
          notes={{
            [label]: (
              <>
                {stands}
                {owed && (
                  <span className="block">
                    {t('owed', {
                      name: word(`deadlines.${owed.name}` as OneDate),
                      day: dueWord(owed.on),
                    })}
                  </span>
                )}
              </>
            ),
          }}
        />
        {thread.visit && <p>{t('visit', { day: formatDay(thread.visit, i18n.language) })}</p>}
      </section>
      <SentBrief sent={thread.sent} />
      <Further {...asks} />
      <Fold summary={t('all')} hint={t('allHint')}>
        <ThreadBubbles label={t('all')} said={said} />
      </Fold>
    </PublicLayout>
  )
}

/** What the office said that waits for nobody any more, or stands in a place of its own. */
const PASSED = ['question', 'dispatch']

type OneDate = 'deadlines.triage'

/** What came of the act just sent; the keyboard and the reader of the screen begin here. */
function Told({ warn, forget, children }: { warn?: boolean; forget?: string | null; children: ReactNode }) {
  return (
    <div role="status" tabIndex={-1} data-focus data-forget={forget ?? undefined}>
      <Callout tone={warn ? 'warn' : 'note'}>
        <p>{children}</p>
      </Callout>
    </div>
  )
}
