import { useRouteLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { OtherHere } from '#workflows/presence/open-pages.ts'

const EVERY = 75_000
/** A page at which nobody has moved anything for so long says nothing more: it must not keep a session alive. */
const RESTS = 10 * 60_000
const SIGNS = ['pointermove', 'keydown', 'scroll'] as const

/** Who else has this case open: as the page was loaded, then asked anew every 75 seconds while it can be seen. */
export function useOthersHere(caseId: string, loaded: readonly OtherHere[]): readonly OtherHere[] {
  const form = useRouteLoaderData<{ form: string }>('root')?.form ?? ''
  const mark = useRef(form)
  const [heard, setHeard] = useState<{ since: readonly OtherHere[]; others: readonly OtherHere[] } | null>(null)
  useEffect(() => {
    mark.current = form
  }, [form])

  useEffect(() => {
    let moved = performance.now()
    const onSign = () => {
      moved = performance.now()
    }
    const stay = async () => {
      if (document.visibilityState !== 'visible' || performance.now() - moved > RESTS) return
      const answer = await fetch(addressOf(caseId), { method: 'POST', body: said(mark.current) }).catch(() => null)
      if (answer?.ok) setHeard({ since: loaded, others: await answer.json() })
    }
    const timer = setInterval(() => void stay(), EVERY)
    for (const sign of SIGNS) addEventListener(sign, onSign, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) removeEventListener(sign, onSign)
    }
  }, [caseId, loaded])

  useEffect(() => {
    const onLeave = () => navigator.sendBeacon(addressOf(caseId), said(mark.current, { left: 'yes' }))
    addEventListener('pagehide', onLeave)
    return () => {
      removeEventListener('pagehide', onLeave)
      // drawn anew at the same address is not left
      setTimeout(() => location.pathname === pageOf(caseId) || onLeave())
    }
  }, [caseId])

  // a page that was loaded anew knows better than what was heard before
  return heard?.since === loaded ? heard.others : loaded
}

const pageOf = (caseId: string) => `/desk/cases/${caseId}`
const addressOf = (caseId: string) => `${pageOf(caseId)}/open`
const said = (form: string, more: Record<string, string> = {}) => new URLSearchParams({ form, ...more })
