import { type RefObject, useEffect, useState } from 'react'

/**
 * A list in which somebody chose before the scripts of the page heard it says so once they do. What the browser itself
 * brought back into a page that was there before is left alone: its fields were brought back too.
 */
export function useChosenEarly(list: RefObject<HTMLSelectElement>, begun: string): void {
  const [drawn] = useState(begun)
  useEffect(() => {
    const { current } = list
    if (current && current.value !== drawn && isFirstVisit())
      current.dispatchEvent(new Event('change', { bubbles: true }))
  }, [list, drawn])
}

function isFirstVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  return visit instanceof PerformanceNavigationTiming && visit.type === 'navigate'
}
