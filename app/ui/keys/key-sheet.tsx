import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { habitsOfPage, keysOfPage, type PageKey } from './keys-of-page.ts'

/** Every key of the page that is open. The browser's own dialog: it keeps the cursor, Esc closes it, and the cursor goes back. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['keys', 'site'])
  const place = useRef<HTMLDialogElement>(null)
  const [shown] = useState(() => ({ keys: keysOfPage(), habits: habitsOfPage() }))
  useEffect(() => place.current?.showModal(), [])
  const { list, ticks, form, back } = shown.habits
  const always: PageKey[] = [
    ...(list
      ? [
          { key: 'j', name: t('keys:down') },
          { key: 'k', name: t('keys:up') },
          { key: 'o ⏎', name: t('keys:openLine') },
        ]
      : []),
    ...(ticks ? [{ key: 'x', name: t('keys:tick') }] : []),
    ...(form ? [{ key: 'Ctrl ⏎', name: t('keys:send') }] : []),
    { key: 'Esc', name: t(back ? 'keys:back' : 'keys:leave') },
    { key: '?', name: t('keys:sheet') },
  ]
  return (
    <dialog
      ref={place}
      onClose={onClose}
      aria-labelledby="key-sheet-title"
      className="m-auto w-full max-w-page rounded-md border border-edge bg-sheet p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id="key-sheet-title" className="mb-4 text-lg">
        {t('keys:title')}
      </h2>
      <dl className="gap-x-10 text-sm sm:columns-2 lg:columns-3">
        {[...always, ...shown.keys].map(({ key, name }) => (
          <div key={key} className="flex break-inside-avoid items-baseline gap-3 border-b border-line py-1.5">
            <dt className="w-16 shrink-0">
              <kbd className="rounded-sm border border-edge px-1.5 font-mono whitespace-nowrap">{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-5">
        <Button small look="quiet">
          {t('keys:close')}
        </Button>
      </form>
    </dialog>
  )
}
