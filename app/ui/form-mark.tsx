import { useRouteLoaderData } from '@remix-run/react'
import { useId } from 'react'

/**
 * The first fields of every form: `form` shows that it is on a page of ours, `request` is this form's
 * own random id, so that a double click is one act. `seen`: the revision the page was drawn from.
 */
export function FormMark({ seen }: { seen?: number }) {
  const root = useRouteLoaderData<{ form: string; request: string }>('root')
  const own = useId()
  return (
    <>
      <input type="hidden" name="form" value={root?.form ?? ''} />
      {root && <input type="hidden" name="request" value={root.request + own} />}
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
    </>
  )
}
