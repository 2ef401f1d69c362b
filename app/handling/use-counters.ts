import { useEffect } from 'react'

/** Counts what is typed into every field that has a counter, where there is script. Nothing is cut off. */
export function useCounters(): void {
  useEffect(() => {
    const count = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement)) return
      const output = document.querySelector(`output[data-counter="${CSS.escape(target.id)}"]`)
      if (output) output.textContent = `${target.value.trim().length} / ${target.dataset.most}`
    }
    document.addEventListener('input', count)
    return () => document.removeEventListener('input', count)
  }, [])
}
