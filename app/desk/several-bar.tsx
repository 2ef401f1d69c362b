import { Form, useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { boxesOf } from '#app/ui/tick-box.tsx'

/** The form that the boxes of a list belong to. */
export const SEVERAL = { form: 'several', name: 'case' }

/** Under a list with boxes: on to the page where the ticked ones are acted on together. Stays in sight while something is ticked. */
export function SeveralBar() {
  const { t } = useTranslation('several')
  const { pathname, search } = useLocation()
  const ticked = useTicked(pathname + search)
  return (
    <Form
      id={SEVERAL.form}
      method="get"
      action="/desk/several"
      aria-label={t('bar')}
      className={`mt-3 flex flex-wrap items-center gap-3 text-sm print:hidden ${
        ticked > 0 ? 'sticky bottom-0 z-2 -mx-4 border-t border-edge bg-wash px-4 py-2' : ''
      }`}
    >
      <input type="hidden" name="from" value={pathname + search} />
      <Button small look={ticked > 0 ? 'primary' : 'quiet'} letter="s" data-key="s" data-key-name={t('open')}>
        {t('open')}
      </Button>
      <output className="text-muted" htmlFor={SEVERAL.form}>
        {ticked > 0 && t('chosen', { count: ticked })}
      </output>
    </Form>
  )
}

/** How many boxes are ticked now, after every tick and whenever the list is another. */
function useTicked(list: string): number {
  const [ticked, setTicked] = useState(0)
  useEffect(() => {
    const count = () => setTicked(boxesOf(SEVERAL.form, SEVERAL.name).filter(({ checked }) => checked).length)
    count()
    document.addEventListener('change', count)
    return () => document.removeEventListener('change', count)
  }, [list])
  return ticked
}
