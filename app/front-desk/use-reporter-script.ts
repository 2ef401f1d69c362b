import { useEffect } from 'react'

/** Adds the small script of the reporter's pages once client React has taken the page over; without client React, nothing. */
export function useReporterScript(): void {
  useEffect(() => {
    const script = document.createElement('script')
    script.src = '/reporter.js'
    document.head.append(script)
  }, [])
}
