import { useRouteLoaderData } from '@remix-run/react'

/** The first field of every form: shows that the form is a page of ours to browsers that do not say so themselves. */
export function FormMark() {
  const root = useRouteLoaderData<{ form: string }>('root')
  return <input type="hidden" name="form" value={root?.form ?? ''} />
}
