import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

/** The code, large and in fours, to be read out; the caller says its last four digits back. */
export function ReadOut({ code, wrong, submission }: { code: string | null; wrong: boolean; submission: string }) {
  const { t } = useTranslation('switchboard')
  const busy = useNavigation().state === 'submitting'
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[name=lastFour]')?.select()
  })
  return (
    <>
      <PageHead title={t('readOut.title')} lead={t('readOut.lead')} />
      {code ? (
        <section
          aria-labelledby="code"
          className="mb-6 max-w-measure rounded-md border-2 border-qing bg-sheet px-4 py-5 text-center"
        >
          <h2 id="code" className="text-sm font-normal text-muted">
            {t('readOut.code')}
          </h2>
          <output
            name="receipt"
            className="my-2 block font-mono text-2xl leading-snug font-semibold tracking-wide tabular-nums sm:text-4xl"
          >
            {code}
          </output>
          <p className="text-sm text-muted">{t('readOut.how')}</p>
        </section>
      ) : (
        <Callout tone="warn">{t('readOut.shown')}</Callout>
      )}
      <Form method="post" ref={form} className="max-w-sm">
        <FormMark />
        <HiddenInputs values={{ submission }} />
        <TextInput
          name="lastFour"
          label={t('readOut.lastFour')}
          help={t('readOut.lastFourHelp')}
          error={wrong ? t('readOut.wrong') : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button busy={busy} busyLabel={t('readOut.confirming')}>
            {t('readOut.confirm')}
          </Button>
          <Link to="/switchboard" className="link">
            {t('readOut.gone')}
          </Link>
        </div>
      </Form>
    </>
  )
}
