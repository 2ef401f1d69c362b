import { data } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy, valuesOf } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Issue } from '#workflows/engine/refusal.ts'
import { readNumbers, readSeveral } from '#workflows/reading/several-cases.ts'
import { typedNames } from '#workflows/reading/typed-names.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { HARD_TO_UNDO } from './acts/act-form.tsx'
import { eventsFrom } from './acts/follow-on.ts'
import { DESK_ROLES } from './desk-roles.ts'
import { SeveralActs } from './several-acts.tsx'
import { chosenIn, isForSeveral, listIn, MOST_AT_ONCE, SEVERAL_ACTS } from './several-asked.ts'
import { SeveralConfirm } from './several-confirm.tsx'
import { SeveralOutcomes } from './several-outcomes.tsx'
import { SeveralTable } from './several-table.tsx'
import { stepOpened } from './step-opened.server.ts'
import { thenOf } from './then-of.ts'

export const handle = { title: 'several:title' }

/** `/desk/several?case=…&case=…&from=…`: the address says which cases, so that the page works without scripts and can be left and found again. */
export const loader = forStaff(DESK_ROLES, async ({ house, by, request }) => {
  const { searchParams } = new URL(request.url)
  const { chosen, cut } = chosenIn(searchParams.getAll('case'))
  const cases = await readSeveral(
    house,
    by,
    chosen.map(({ id }) => id),
    SEVERAL_ACTS,
  )
  return { cases: cases && withThen(by, cases), cut, from: listIn(searchParams.get('from')) }
})

export const action = forStaff(DESK_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const events = eventsFrom(form, await typedNames(house))
  const { chosen } = chosenIn(form.getAll('case'))
  const { case: _, sure, back, ...values } = valuesOf(form)
  const typed = { act: events[0].type, values }
  if (back) return data({ typed, ask: null, came: [], left: null }, 200)
  if (!isForSeveral(typed.act) || chosen.length === 0) return data({ typed, ask: null, came: [], left: null }, 400)
  const ids = chosen.map(({ id }) => id)
  const numbers = await readNumbers(house, by, ids)
  if (HARD_TO_UNDO.includes(typed.act) && !sure)
    return data({ typed, ask: { chosen, numbers }, came: [], left: null }, 200)
  // the case that the others are merged into is chosen with them, and has nothing done to it
  const main = typed.act === 'merge' ? form.get('into') : null
  const others = chosen.filter(({ id }) => id !== main)
  const came = await stepOpened(house, others, events, by, askedBy(form).request)
  const refused = came.filter(({ outcome }) => outcome.kind === 'refused').map(({ id }) => id)
  const left = await readSeveral(house, by, refused, SEVERAL_ACTS)
  const status = refused.length === 0 ? 200 : 409
  const told = came.map((each) => ({ ...each, number: numbers[each.id] ?? '–' }))
  return data({ typed, ask: null, came: told, left: left && withThen(by, left) }, status)
})

const withThen = <Cases extends { rows: { life: string }[] }>(by: Staff, cases: Cases) => ({
  ...cases,
  then: thenOf(
    by,
    cases.rows.map(({ life }) => life),
  ),
})

/** Acts on several cases of a list: one act, one sending, one outcome for each. */
export default function Several() {
  const { t } = useTranslation('several')
  const { from, cut, cases: asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.ask) return <SeveralConfirm typed={answer.typed} {...answer.ask} />
  const told = answer && answer.came.length > 0
  const cases = told ? answer.left : asked
  const back = (
    <Link to={from} data-back className="link print:hidden">
      {t('back')}
    </Link>
  )
  return (
    <>
      <PageHead
        above={back}
        title={cases ? t('heading', { count: cases.rows.length }) : t('title')}
        lead={cases && t('lead')}
      />
      {cut && <Callout tone="warn">{t('tooMany', { most: MOST_AT_ONCE })}</Callout>}
      {told && <SeveralOutcomes came={answer.came} act={answer.typed.act} left={answer.left?.rows.length ?? 0} />}
      {cases ? (
        <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_26rem]">
          <SeveralTable cases={cases} from={from} />
          <SeveralActs cases={cases} typed={answer?.typed ?? null} issues={told ? issuesOf(answer.came) : []} />
        </div>
      ) : (
        !told && (
          <Empty title={t('none.title')}>
            <p>{t('none.advice')}</p>
          </Empty>
        )
      )}
    </>
  )
}

type Came = { outcome: { kind: string; issues?: Issue[] } }
/** What the first case that could not take the fields says of them. */
const issuesOf = (came: readonly Came[]) => came.flatMap(({ outcome }) => outcome.issues ?? []).slice(0, 10)
