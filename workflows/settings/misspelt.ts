/** A variable that starts so is meant for us; any other is only looked at when it is nearly one of ours. */
const OUR_PREFIXES = /^(HUIYIN|HCAPTCHA|HUMAN|HOTLINE|POSTBOX|MAILBOX|MAIL|SMTP|SMS|DEMO)_/
/** A slip of the hand: two letters added, dropped or changed. */
const SLIP = 2

/** The first of `given` that can only be one of `known` misspelt, with the nearest known name. */
export function findMisspelt(given: string[], known: readonly string[]): { variable: string; nearest: string } | null {
  for (const variable of given) {
    if (known.includes(variable)) continue
    const [nearest] = known
      .map((name) => ({ name, distance: distanceBetween(variable, name) }))
      .sort((a, b) => a.distance - b.distance)
    if (!nearest) continue
    // short names are near to everybody's: PORT to PATH, HOST to MOST
    const slip = nearest.distance <= SLIP && nearest.name.length > 6
    if (slip || OUR_PREFIXES.test(variable)) return { variable, nearest: nearest.name }
  }
  return null
}

/** Levenshtein's distance, two swapped neighbours (FORM for FROM) counting as one slip. */
function distanceBetween(a: string, b: string): number {
  const rows: number[][] = [[...Array(b.length + 1).keys()]]
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i])
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : changed
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped))
    }
  }
  return at(a.length, b.length)
}
