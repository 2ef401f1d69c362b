import { useRouteLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { OtherHere } from '#workflows/presence/open-pages.ts'

const EVERY = 75_000
/** A page at which nobody has moved anything for so long says nothing more: it must not keep a session alive. */
const RESTS = 10 * 60_000
const SIGNS = ['pointermove', 'keydown', 'scroll'] as const

/** Who else has this case open: as the page was loaded, then asked anew every 75 seconds while it can be seen. */
export function useOthersHere(caseId: string, loaded: readonly OtherHere[]): readonly OtherHere[] {
  const mark = useRouteLoaderData<{ form: string }>('root')?.form ?? ''
  const [heard, setHeard] = useState<{ over: readonly OtherHere[]; others: readonly OtherHere[] } | null>(null)
  useEffect(() => {
    let moved = performance.now()
    const onSign = () => {
      moved = performance.now()
    }
    const address = `/desk/cases/${caseId}/open`
    const said = (more: Record<string, string> = {}) => new URLSearchParams({ form: mark, ...more })
    const stay = async () => {
      if (document.visibilityState !== 'visible' || performance.now() - moved > RESTS) return
      const answer = await fetch(address, { method: 'POST', body: said() }).catch(() => null)
      if (answer?.ok) setHeard({ over: loaded, others: await answer.json() })
    }
    const onLeave = () => navigator.sendBeacon(address, said({ left: 'yes' }))
    const timer = setInterval(() => void stay(), EVERY)
    for (const sign of SIGNS) addEventListener(sign, onSign, { passive: true })
    addEventListener('pagehide', onLeave)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) removeEventListener(sign, onSign)
      removeEventListener('pagehide', onLeave)
    }
  }, [caseId, loaded, mark])
  // a page that was loaded anew knows better than what was heard before
  return heard?.over === loaded ? heard.others : loaded
}
