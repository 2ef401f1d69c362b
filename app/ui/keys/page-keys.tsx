import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAlive } from '#app/ui/use-alive.ts'
import { KeySheet } from './key-sheet.tsx'
import { usePageKeys } from './use-page-keys.ts'

/** Hears the keys of the page, and offers the sheet that names them. Nothing of it is there without scripts. */
export function PageKeys() {
  const { t } = useTranslation('keys')
  const isAlive = useAlive()
  const [open, setOpen] = useState(false)
  const openSheet = useCallback(() => setOpen(true), [])
  usePageKeys(openSheet)
  if (!isAlive) return null
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={openSheet}
        className="min-h-9 text-muted underline underline-offset-4 hover:text-ink max-md:hidden"
      >
        {t('open')}
      </button>
      {open && <KeySheet onClose={() => setOpen(false)} />}
    </>
  )
}
