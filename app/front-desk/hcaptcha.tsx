import type HCaptcha from '@hcaptcha/react-hcaptcha'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { useAlive } from '#app/ui/use-alive.ts'

/**
 * hCaptcha where the town has set it: fetched only when asked for, because opening it shows the reporter's address to
 * a third party. Without it, or with scripts off, the report goes to the slower lane.
 */
export function Hcaptcha({ sitekey }: { sitekey: string }) {
  const { t, i18n } = useTranslation('frontDesk')
  const isAlive = useAlive()
  const [Widget, setWidget] = useState<typeof HCaptcha | null>(null)
  const [token, setToken] = useState('')
  const open = async () => {
    const fetched = await import('@hcaptcha/react-hcaptcha')
    setWidget(() => fetched.default)
  }
  return (
    <section aria-labelledby="no-machine" className="mb-6 rounded-md border border-line bg-sheet px-4 py-3">
      <h2 id="no-machine" className="text-base">
        {t('human.hcaptcha.title')}
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">{t('human.hcaptcha.notice')}</p>
      <input type="hidden" name="human" value={token} readOnly />
      {Widget ? (
        <Widget sitekey={sitekey} languageOverride={i18n.language} onVerify={setToken} onExpire={() => setToken('')} />
      ) : (
        isAlive && (
          <Button type="button" look="quiet" small onClick={open}>
            {t('human.hcaptcha.open')}
          </Button>
        )
      )}
      <p role="status">{token && t('human.hcaptcha.done')}</p>
    </section>
  )
}
