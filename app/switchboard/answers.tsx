import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckBox } from '#app/ui/check-box.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { countAnswers, MOST_ANSWERS } from '#workflows/reading/call-answers.ts'
import { OPERATOR_ROLES } from './operator-roles.ts'

export const handle = { title: 'switchboard:answers.title' }

export const loader = forStaff(OPERATOR_ROLES, async ({ house, by }) => ({
  ...(await countAnswers(house, by)),
  most: MOST_ANSWERS,
}))

/** Those who called another hotline hold no code: their answer goes back there, under its number. */
export default function Answers() {
  const { t } = useTranslation('switchboard')
  const { waiting, all, most } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('answers.title')} lead={t('answers.lead')} />
      {all === 0 ? (
        <Empty title={t('answers.none')}>{t('answers.noneYet')}</Empty>
      ) : (
        <form method="post" action="/switchboard/answers/file" className="max-w-measure">
          <FormMark />
          <p className="mb-4">{t('answers.waiting', { waiting, all })}</p>
          <CheckBox name="again" label={t('answers.again')} help={t('answers.againHelp')} />
          <div className="flex flex-wrap gap-3">
            <Button name="kind" value="xlsx">
              {t('answers.xlsx')}
            </Button>
            <Button name="kind" value="csv" look="quiet">
              {t('answers.csv')}
            </Button>
          </div>
          <p className="mt-2 text-sm text-muted">{t('answers.means', { most })}</p>
        </form>
      )}
    </>
  )
}
