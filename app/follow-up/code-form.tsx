import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { BESIDE, PublicLayout } from '#app/ui/public-layout.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Answer } from './follow.tsx'
import { carried } from './typed-act.ts'

const CODE_FORM = { id: 'code', action: '/follow' }

/** The one field for the code. What was typed into a thread that has closed meanwhile is carried along. */
export function CodeForm({ notice, typed, code }: Pick<Answer, 'notice' | 'typed' | 'code'>) {
  const { t } = useTranslation('followUp')
  const wrong = notice === 'wrong' || notice === 'tooOften' ? t(`code.${notice}`) : undefined
  return (
    <PublicLayout here="/follow" typing={CODE_FORM}>
      <PageHead title={t('code.heading')} lead={t('code.lead')} />
      {typed && (
        <Callout>
          <p role="status">{notice === 'expired' ? t('code.expired') : t('code.kept')}</p>
        </Callout>
      )}
      <form
        id={CODE_FORM.id}
        method="post"
        action={CODE_FORM.action}
        className="rounded-md border border-line bg-sheet px-4 py-5 sm:px-6"
      >
        <FormMark />
        {typed && <HiddenInputs values={carried(typed)} />}
        <TextInput
          name="receipt"
          label={t('code.label')}
          help={t('code.help')}
          error={wrong}
          defaultValue={code ?? undefined}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-focus={wrong && ''}
        />
        <Button busyLabel={t('code.opening')}>{t('code.open')}</Button>
      </form>
      {notice === 'wrong' && <p className="mt-4 text-sm text-muted">{t('code.replaced')}</p>}
      <p className="mt-6 text-muted">
        {t('code.none')}{' '}
        <a href="/report" className="link" {...BESIDE}>
          {t('code.report')}
        </a>
      </p>
    </PublicLayout>
  )
}
