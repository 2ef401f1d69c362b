import { redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { isRoot } from '#workflows/assignment/tree-rules.ts'
import { readUnit } from '#workflows/reading/unit-page.ts'
import { setOfficeHours } from '#workflows/settings-desk/office-hours.ts'
import { changeUnit, closeUnit } from '#workflows/settings-desk/units.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { OfficeHours } from './office-hours.tsx'
import { UnitFields, useUnitFault } from './unit-fields.tsx'
import { hoursFrom, unitFrom } from './unit-form.ts'
import { UnitHistory } from './unit-history.tsx'
import { useHeld } from './use-held.ts'

export const handle = { title: 'units:page.title' }

/** Also after a refusal: whoever was too late sees how it stands now, and can save again from there. */
export const shouldRevalidate = () => true

export const loader = forStaff(ADMIN_ROLES, async ({ house, params }) => {
  const page = await readUnit(house, params.id ?? '')
  if (!page) throw problem('404')
  return page
})

export const action = forStaff(ADMIN_ROLES, async ({ house, by, params, request }) => {
  const form = await request.formData()
  const id = params.id ?? ''
  const act = ACTS.find((each) => each === form.get('act')) ?? 'changeUnit'
  const outcome =
    act === 'closeUnit'
      ? await closeUnit(house, by, id, askedBy(form))
      : act === 'changeOfficeHours'
        ? await setOfficeHours(house, by, id, hoursFrom(form), askedBy(form))
        : await changeUnit(house, by, id, unitFrom(form), askedBy(form))
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(`/admin/units/${id}?done=${act}`, 303)
})

const ACTS = ['changeUnit', 'closeUnit', 'changeOfficeHours'] as const
const DONE = ['openUnit', ...ACTS] as const

/** One unit: what it is, what may be changed about it, and what it was before. */
export default function Unit() {
  const { t, i18n } = useTranslation(['units', 'site'])
  const { unit, way, below, hours, letters, people, choices, history } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [searchParams] = useSearchParams()
  const submitting = useNavigation().formData?.get('act')
  const say = useUnitFault()
  const done = answer ? undefined : DONE.find((each) => each === searchParams.get('done'))
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const faultOf = (field: string) => faults.filter((fault) => fault.field === field).map(say)[0]
  const about = answer?.typed.act?.[0]
  const closing = about === 'closeUnit'
  const ofHours = about === 'changeOfficeHours'
  const open = unit.closed_on === null
  const drawnFrom = useHeld(unit, answer !== undefined && !closing && !ofHours)
  return (
    <>
      <PageHead
        above={
          <nav aria-label={t('units:page.way')}>
            {[{ id: '', name: t('units:back') }, ...way].map((each) => (
              <span key={each.id}>
                <Link to={each.id ? `/admin/units/${each.id}` : `/admin/units?at=${unit.id}`} className="link">
                  {each.name}
                </Link>
                {' › '}
              </span>
            ))}
          </nav>
        }
        title={
          <>
            {unit.name} {!open && <Badge strong>{t('units:closed')}</Badge>}
          </>
        }
      >
        {open && unit.kind === 'government' && (
          <LinkButton to={`/admin/units/new?under=${unit.id}`} small>
            {t('units:page.openBelow')}
          </LinkButton>
        )}
      </PageHead>
      {done && <Callout>{t(`units:done.${done}`)}</Callout>}
      {!open && <ChangeNotice answer={answer} say={say} />}
      <div className="gap-8 lg:grid lg:grid-cols-2">
        <div>
          <DefinitionList
            items={[
              { term: t('units:fields.code'), is: unit.code },
              {
                term: t('units:fields.kind'),
                is: `${t(`units:levels.${unit.level}`)} · ${t(`units:kinds.${unit.kind}`)}`,
              },
              { term: t('units:page.below'), is: below.length > 0 ? t('units:count', { count: below.length }) : null },
              { term: t('units:page.people'), is: t('units:people', { count: people }) },
              { term: t('units:page.letters'), is: t('units:letters', { count: letters }) },
              {
                term: t('units:hours.title'),
                is: `${hours.inForce}${hours.own ? '' : hours.from ? t('units:hours.from', { unit: hours.from }) : t('units:hours.town')}`,
              },
              { term: t('units:closed'), is: unit.closed_on && formatDay(unit.closed_on, i18n.language) },
            ]}
          />
          <UnitHistory history={history} />
        </div>
        {open && (
          <div>
            {!closing && !ofHours && <ChangeNotice answer={answer} say={say} />}
            <Form method="post" key={`${unit.id} ${drawnFrom.revision}`} preventScrollReset>
              <FormMark seen={unit.revision} />
              <HiddenInputs values={{ act: 'changeUnit' }} />
              <UnitFields
                choices={choices}
                now={{
                  name: unit.name,
                  place: unit.territory_parent ?? '',
                  above: unit.line_parent ?? '',
                  line: unit.line ?? '',
                  aliases: unit.aliases.join('、'),
                }}
                typed={closing || ofHours ? undefined : answer?.typed}
                faultOf={faultOf}
                has={{ place: !isRoot(unit), line: unit.kind !== 'government' }}
              />
              <p className="mb-4 text-sm text-muted">{t('units:page.changeMeans')}</p>
              <Button busy={submitting === 'changeUnit'} busyLabel={t('site:buttons.saving')}>
                {t('site:buttons.save')}
              </Button>
            </Form>
            <div className="mt-8">
              <OfficeHours
                unit={unit}
                hours={hours}
                answer={ofHours ? answer : undefined}
                busy={submitting === 'changeOfficeHours'}
              />
            </div>
            {!isRoot(unit) && (
              <div>
                <Fold summary={t('units:close.title')} open={closing}>
                  {closing && <ChangeNotice answer={answer} say={say} />}
                  <Form method="post" id="close" preventScrollReset className="pb-4">
                    <FormMark seen={unit.revision} />
                    <HiddenInputs values={{ act: 'closeUnit' }} />
                    <p className="mb-2">{t('units:close.means')}</p>
                    <p className="mb-4">{t('units:close.holds', { letters, people, below: below.length })}</p>
                    <Button look="danger-quiet" busy={submitting === 'closeUnit'} busyLabel={t('site:buttons.saving')}>
                      {t('units:close.do')}
                    </Button>
                  </Form>
                </Fold>
              </div>
            )}
          </div>
        )}
      </div>
    </>
  )
}
