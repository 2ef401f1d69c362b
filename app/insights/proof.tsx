import { redirect, type SerializeFrom } from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { dayIn, formatClock, formatDay } from '#app/ui/day-words.ts'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readJournalVerdict } from '#workflows/reading/journal-verdict.ts'
import { askForVerdict } from '#workflows/settings-desk/ask-verdict.ts'
import { AUDIT_ROLES } from './insights-roles.ts'

export const handle = { title: 'insights:proof.title' }
const LOOK_AGAIN = 1500

export const loader = forStaff(AUDIT_ROLES, async ({ house, by }) => readJournalVerdict(house, by))

export const action = forStaff(AUDIT_ROLES, async ({ house, by }) => {
  await askForVerdict(house, by)
  return redirect('/insights/proof', 303)
})

/** Proves the record against itself, its checkpoints and the tables, and says whether it holds or where it first does not. */
export default function Proof() {
  const { t, i18n } = useTranslation('insights')
  const { verdict, underWay } = useLoaderData<typeof loader>()
  const busy = useNavigation().state === 'submitting'
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!underWay) return
    const again = setInterval(revalidate, LOOK_AGAIN)
    return () => clearInterval(again)
  }, [underWay, revalidate])
  return (
    <div className="max-w-measure">
      <PageHead title={t('proof.title')} lead={t('proof.lead')} />
      <div aria-live="polite">
        {underWay && (
          <Callout title={t('proof.underWay')}>
            <p>{t('proof.mayLeave')}</p>
            <LinkButton small to="/insights/proof">
              {t('proof.lookAgain')}
            </LinkButton>
          </Callout>
        )}
        {verdict && (
          <Callout
            tone={verdict.sound ? 'note' : 'warn'}
            title={verdict.sound ? t('proof.sound', { count: verdict.rows }) : t('proof.broken')}
          >
            {!verdict.sound && (
              <>
                <ul className="list-disc pl-5">
                  {verdict.faults.map((fault) => (
                    <li key={`${fault.fault} ${fault.log} ${fault.about}`}>{faultLine(fault)}</li>
                  ))}
                </ul>
                <p>{t('proof.whatNow')}</p>
              </>
            )}
            <p>
              {verdict.checkpoints > 0
                ? t('proof.checkpoints', { count: verdict.checkpoints })
                : t('proof.noCheckpoints')}
            </p>
            {verdict.restored.map((hour) => (
              <p key={hour}>{t('proof.restored', { hour: hourOf(hour) })}</p>
            ))}
            <p className="text-sm text-muted">{t('proof.when', { by: verdict.by, day: hourOf(verdict.at) })}</p>
          </Callout>
        )}
        {!verdict && !underWay && <p className="mb-4 text-muted">{t('proof.never')}</p>}
      </div>
      <Form method="post">
        <FormMark />
        <Button busy={busy || underWay} busyLabel={t('proof.underWay')}>
          {t('proof.start')}
        </Button>
      </Form>
      <p className="mt-6 text-sm text-muted">{t('proof.means')}</p>
    </div>
  )

  /** Where, and what is wrong there. */
  function faultLine({ fault, about, number, seq, hour, detail }: VerdictFault): string {
    const where = [
      number ? t('proof.ofCase', { number }) : about && t(`proof.of.${about}`),
      seq !== undefined && t('proof.atRow', { seq }),
      hour && t('proof.inCheckpoint', { hour: hourOf(hour) }),
    ].filter(Boolean)
    const word = detail && detailWord(fault, detail)
    const what = word
      ? t('proof.withDetail', { fault: t(`proof.faults.${fault}`), detail: word })
      : t(`proof.faults.${fault}`)
    return where.length > 0 ? t('proof.line', { where: where.join(t('proof.and')), what }) : what
  }

  /** Which date or letter, or how many entries; the rest is for the operator's terminal. */
  function detailWord(fault: VerdictFault['fault'], detail: string): string | null {
    if (fault === 'date differs') return String(t(`case:deadlines.${detail.split(' ')[0]}` as never))
    return fault === 'letter differs' || fault === 'older database' ? detail : null
  }

  function hourOf(instant: string): string {
    const hour = new Date(instant)
    return `${formatDay(dayIn(hour), i18n.language)} ${formatClock(hour)}`
  }
}

type VerdictFault = NonNullable<SerializeFrom<typeof loader>['verdict']>['faults'][number]
