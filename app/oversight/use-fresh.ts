import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

const EVERY = 60_000
/** A page at which nobody has moved anything for so long asks no more: it must not keep a session alive. */
const RESTS = 10 * 60_000
const SIGNS = ['pointermove', 'keydown', 'scroll'] as const

/**
 * Asks for the page anew every minute while it can be seen. `unattended`: it hangs on a wall, and goes on until the
 * session ends by itself. What is drawn stays where it is: only what changed is drawn anew.
 */
export function useFresh(unattended: boolean): void {
  const { revalidate, state } = useRevalidator()
  const busy = useRef(false)
  useEffect(() => {
    busy.current = state !== 'idle'
  }, [state])

  useEffect(() => {
    let moved = performance.now()
    const onSign = () => {
      moved = performance.now()
    }
    const timer = setInterval(() => {
      const rests = !unattended && performance.now() - moved > RESTS
      if (document.visibilityState === 'visible' && !rests && !busy.current) revalidate()
    }, EVERY)
    for (const sign of SIGNS) addEventListener(sign, onSign, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) removeEventListener(sign, onSign)
    }
  }, [revalidate, unattended])
}
