const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The days an address names, both included; what is no day, or the wrong way round, gives way to the usual ones. */
export function periodOf(
  said: URLSearchParams,
  usual: { from: string; until: string },
): { from: string; until: string } {
  const day = (name: 'from' | 'until') => {
    const typed = said.get(name) ?? ''
    return DAY.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : usual[name]
  }
  const [from, until] = [day('from'), day('until')]
  return from <= until ? { from, until } : usual
}
