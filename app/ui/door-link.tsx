import { Link, type LinkProps, useLocation } from '@remix-run/react'
import { hasWordsFor } from '#app/words/word-sets.ts'

/** A link that may lead through another door: where this page has no words to draw what is there, it is loaded anew. */
export function DoorLink({ to, ...link }: LinkProps & { to: string }) {
  const { pathname } = useLocation()
  return <Link to={to} reloadDocument={!hasWordsFor(pathname, to)} {...link} />
}
