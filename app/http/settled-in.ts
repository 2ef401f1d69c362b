/** The places of outgoing texts that a form says are settled: still only what was said, the engine judges it. */
export function settledIn(form: FormData): { settled?: unknown[] } {
  const settled = form.getAll('settled').flatMap((said): unknown[] => {
    try {
      return typeof said === 'string' ? [JSON.parse(said)] : []
    } catch {
      return []
    }
  })
  return settled.length > 0 ? { settled } : {}
}
