import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerRefused } from '#app/http/answer.server.ts'
import { askedBy } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { RefusalNotice } from '#app/http/refusal-notice.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { type LetterActType, stepLetter } from '#workflows/engine/step-letter.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'
import { actFrom } from './act-from.ts'
import { HANDLING_ROLES } from './handling-roles.ts'
import { LetterActForm } from './letter-act.tsx'
import { LetterDates } from './letter-dates.tsx'
import { LetterHistory } from './letter-history.tsx'
import { LetterPaper } from './letter-paper.tsx'
import { LostForm } from './lost-form.tsx'
import { phaseOf } from './letter-phase.ts'
import { useCounters } from './use-counters.ts'

export const handle = { title: 'handling:letter.title' }

export const loader = forStaff(HANDLING_ROLES, async ({ house, by, params }) => {
  const letter = await readLetterPage(house, by, params.letter ?? '')
  if (!letter) throw problem('404')
  return letter
})

export const action = forStaff(HANDLING_ROLES, async ({ house, by, params, request }) => {
  const form = await request.formData()
  const act = actFrom(form)
  if (!act) throw problem('400')
  const { request: once } = askedBy(form)
  const outcome = await stepLetter(house, params.letter ?? '', act, by, { request: once })
  if (outcome.kind === 'refused') return answerRefused(outcome, form)
  return redirect(`/handling/letters/${params.letter}?done=${act.type}`, 303)
})

const ORDER = ['acknowledge', 'answerOrder', 'submitResult', 'askExtension', 'object'] as const
/** What is expected first, what is an exception last. */
const inOrder = (acts: readonly LetterActType[]) => ORDER.filter((type) => acts.includes(type))

/** The letter on its page, and beside it until when, what may be done, and what was said. */
export default function Letter() {
  const { t } = useTranslation(['handling', 'case', 'oversight'])
  const letter = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const done = letter.state !== 'replaced' && !answer ? search.get('done') : null
  const refusedAct = answer?.typed.act?.[0]
  const orphaned = answer && !letter.acts.some((type) => type === refusedAct)
  const lost = ORDER.find((type) => type === refusedAct)
  const sentBack = letter.state === 'sentBack' ? letter.results.findLast(({ returned }) => returned)?.returned : null
  const order = letter.orders.findLast(({ state }) => state === 'open')
  useCounters()
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,210mm)_minmax(22rem,1fr)] print:block">
      <div>
        <p className="mb-3 text-sm print:hidden">
          <Link to="/handling" className="link">
            {t('letter.back')}
          </Link>
        </p>
        <LetterPaper letter={letter} />
      </div>
      <div className="print:hidden">
        <p className="mb-3 flex flex-wrap items-center gap-3">
          <StateTag phase={phaseOf(letter.state)}>{t(`states.${letter.state}`)}</StateTag>
          <Badge strong={letter.lead}>{t(letter.lead ? 'case:lead' : 'case:assisting')}</Badge>
          <span className="text-sm text-muted">{t('letter.print')}</span>
        </p>
        {done && <Callout>{t('letter.done')}</Callout>}
        {letter.state === 'replaced' && <Callout>{t('letter.replaced')}</Callout>}
        {letter.state === 'submitted' && <Callout>{t('letter.submitted')}</Callout>}
        {sentBack && (
          <Callout tone="warn" title={t('letter.sentBack')}>
            <p className="whitespace-pre-line">{sentBack}</p>
          </Callout>
        )}
        {order && (
          <Callout tone="warn" title={`${t('letter.order')} ${order.number}`}>
            <p className="whitespace-pre-line">{order.text}</p>
            <p className="text-sm">
              <Link to={`/handling/letters/${letter.id}/orders/${order.id}`} className="link">
                {t('oversight:onLetter.printOrder')}
              </Link>
            </p>
          </Callout>
        )}
        {letter.state === 'disputed' && letter.commonSuperior && (
          <Callout>{t('oversight:onLetter.ruledBy', { unit: letter.commonSuperior })}</Callout>
        )}
        <LetterDates letter={letter} />
        {orphaned && <RefusalNotice answer={answer} />}
        {orphaned && lost && <LostForm type={lost} answer={answer} />}
        {letter.acts.length > 0 && <h2 className="mb-2 text-lg">{t('letter.acts')}</h2>}
        {inOrder(letter.acts).map((type, at) => (
          <Fold key={type} summary={t(`case:acts.${type}`)} open={refusedAct ? refusedAct === type : at === 0}>
            <LetterActForm type={type} lead={letter.lead} answer={refusedAct === type ? answer : undefined} />
          </Fold>
        ))}
        <h2 className="mb-2 text-lg">{t('letter.history')}</h2>
        <LetterHistory letter={letter} />
      </div>
    </div>
  )
}
