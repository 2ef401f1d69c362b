/** Which words a browser needs, by where it is: each of these pages says those of one set and no others. */
const PLACES = {
  quarantine: /^\/desk\/quarantine([/?#]|$)/,
  desk: /^\/(attention|desk|handling|oversight)([/?#]|$)/,
  switchboard: /^\/switchboard([/?#]|$)/,
  house: /^\/(newsroom|insights|admin|accounts?|doors)([/?#]|$)/,
}
/** `all`: the pages of the public, which say few words of officers and are seldom drawn by a browser. */
export type WordSet = keyof typeof PLACES | 'all'

// the first that fits
const SETS = ['quarantine', 'desk', 'switchboard', 'house'] as const satisfies readonly (keyof typeof PLACES)[]
export const wordSetAt = (path: string): WordSet => SETS.find((set) => PLACES[set].test(path)) ?? 'all'

/** Whether a page at `from` has the words to draw `to`. Where it has not, the link loads the page anew. */
export const hasWordsFor = (from: string, to: string): boolean => wordSetAt(from) === wordSetAt(to)
