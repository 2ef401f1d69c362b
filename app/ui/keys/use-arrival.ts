import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { standOnLine } from './last-list.ts'

/**
 * A new page that scripts draw in place of another takes the cursor: on its first line, or, back on a list, on the line
 * it left from. Without this the cursor would be nowhere, because what it stood on is gone.
 */
export function useArrival(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    const stands = standOnLine(before.current)
    before.current = pathname
    if (!stands) document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
