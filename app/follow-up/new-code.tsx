import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'

type NewCodeProps = { token: string; code: string | null }

/** The code that was typed was seen by somebody else: what that means, a button, and then the new code, once. */
export function NewCode({ token, code }: NewCodeProps) {
  const { t } = useTranslation('followUp')
  if (code) return <Given code={code} />
  return (
    <PublicLayout once>
      <PageHead title={t('exposed.heading')} lead={t('exposed.lead')} />
      <Callout tone="warn">
        <p>{t('exposed.closed')}</p>
      </Callout>
      <form method="post" action="/follow">
        <FormMark />
        <HiddenInputs values={{ act: 'newCode', token }} />
        <Button busyLabel={t('exposed.giving')}>{t('exposed.give')}</Button>
      </form>
    </PublicLayout>
  )
}

function Given({ code }: { code: string }) {
  const { t } = useTranslation('followUp')
  return (
    <PublicLayout once>
      <div>
        <PageHead title={t('exposed.given')} lead={t('exposed.keep')} />
        <output
          name="receipt"
          className="my-6 block rounded-md border-2 border-qing bg-sheet px-4 py-5 text-center font-mono text-[min(1.765rem,5vw,36px)] leading-snug font-semibold whitespace-nowrap tabular-nums select-all sm:text-[min(2.235rem,5vw,36px)]"
        >
          {code}
        </output>
        <LinkButton to="/follow">{t('code.open')}</LinkButton>
      </div>
    </PublicLayout>
  )
}
