import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckBox } from '#app/ui/check-box.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { useDueWord } from '#app/ui/unannounced.tsx'
import { ActForm, type Asks } from './act-form.tsx'
import { typedFor } from './typed-act.ts'

/** What is asked of the reporter now: to answer, to rate, or to look at what will leave. */
export function Asked(asks: Asks) {
  const { thread } = asks
  if (thread.question) return <Question {...asks} />
  if (thread.acts.includes('rate')) return <Rating {...asks} />
  return thread.dispatch ? <Dispatch {...asks} dispatch={thread.dispatch} /> : null
}

function Box({ title, by, children }: { title: string; by: string | null; children: ReactNode }) {
  const { t } = useTranslation('followUp')
  const dueWord = useDueWord()
  return (
    <section aria-labelledby="asked" className="mb-8 rounded-md border-2 border-qing bg-sheet px-4 py-4 sm:px-6">
      <h2 id="asked" className="text-lg text-qing">
        {title}
      </h2>
      {by && <p className="text-sm text-muted">{t('until', { day: dueWord(by) })}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}

const Quote = ({ children }: { children: ReactNode }) => (
  <blockquote className="mb-5 border-l-3 border-qing pl-3 whitespace-pre-line">{children}</blockquote>
)

function Question(asks: Asks) {
  const { t } = useTranslation('followUp')
  const question = asks.thread.said.findLast(({ about }) => about === 'question')
  return (
    <Box title={t('asked.question')} by={asks.thread.question?.by ?? null}>
      {question && <Quote>{question.text}</Quote>}
      <ActForm
        {...asks}
        act="supplement"
        send={t('supplement.send')}
        text={{ label: t('supplement.answer'), rows: 6 }}
      />
    </Box>
  )
}

function Rating(asks: Asks) {
  const { t } = useTranslation('followUp')
  const { thread, typed, mistakes } = asks
  const mine = typedFor(typed, 'rate')
  const unsaid = mine && mistakes.find(({ field }) => field === 'satisfied')
  const reply = thread.said.findLast(({ about }) => about === 'reply')
  return (
    <Box title={t('asked.rating')} by={thread.rateBy}>
      {reply && <Quote>{reply.text}</Quote>}
      <ActForm
        {...asks}
        act="rate"
        send={t('rate.send')}
        text={{ label: t('rate.text'), help: t('rate.textHelp'), optional: true }}
      >
        <RadioGroup
          name="satisfied"
          id="rate-satisfied"
          label={t('rate.label')}
          error={unsaid && t('rate.choose')}
          defaultValue={mine?.satisfied}
          choices={[
            { value: 'yes', label: t('rate.satisfied') },
            {
              value: 'no',
              label: t('rate.notSatisfied'),
              help: thread.redone ? t('rate.redoOver') : t('rate.redoAhead'),
            },
          ]}
        />
        <CheckBox name="consent" id="rate-consent" label={t('rate.consent')} defaultChecked={mine?.consent} />
      </ActForm>
    </Box>
  )
}

function Dispatch({ dispatch, ...asks }: Asks & { dispatch: NonNullable<Asks['thread']['dispatch']> }) {
  const { t } = useTranslation('followUp')
  const dueWord = useDueWord()
  const until = dispatch.by && dueWord(dispatch.by)
  return (
    <Box title={t('asked.dispatch')} by={null}>
      <p className="font-semibold">{t('dispatch.to', { units: dispatch.to.join(t('and')) })}</p>
      <p className="mt-1 mb-3">{t('dispatch.why')}</p>
      <Quote>{dispatch.brief}</Quote>
      <p className="mb-4">{dispatch.inTime && until ? t('dispatch.until', { day: until }) : t('dispatch.over')}</p>
      {asks.thread.acts.includes('noDispatch') && (
        <ActForm {...asks} act="noDispatch" send={t('dispatch.no')} look="quiet">
          {asks.thread.noDispatch && <p className="mb-2">{t('dispatch.wished')}</p>}
          <p className="mb-2 text-sm text-muted">{t('dispatch.noHelp')}</p>
        </ActForm>
      )}
    </Box>
  )
}
