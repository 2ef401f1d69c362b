import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

type ShownOnceProps = {
  title: string
  secrets: { login: string; password: string | null; oneTimeSecret: string | null; oneTimeUri: string | null }
  /** where the account is found afterwards */
  to: string
}

/** What an officer needs to sign in, to be handed over now: no page shows it again. */
export function ShownOnce({ title, secrets, to }: ShownOnceProps) {
  const { t } = useTranslation('people')
  const { login, password, oneTimeSecret, oneTimeUri } = secrets
  const mono = (text: string | null) => text && <code className="font-mono break-all select-all">{text}</code>
  return (
    <section role="status" className="max-w-measure">
      <Callout tone="warn" title={title}>
        <p>{t('secrets.lead')}</p>
      </Callout>
      <DefinitionList
        items={[
          { term: t('secrets.login'), is: mono(login) },
          { term: t('secrets.password'), is: mono(password) },
          { term: t('secrets.secret'), is: mono(oneTimeSecret) },
          { term: t('secrets.uri'), is: mono(oneTimeUri) },
        ]}
      />
      {oneTimeSecret && <p className="mb-6 text-sm text-muted">{t('secrets.help')}</p>}
      <p className="flex flex-wrap gap-3 print:hidden">
        <LinkButton to={to} look="primary">
          {t('secrets.done')}
        </LinkButton>
      </p>
    </section>
  )
}
