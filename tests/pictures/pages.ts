/** A page of officers, taken at both widths, by day and by night. One line a page. */
export type Pictured = {
  name: string
  /** who signs in to see it */
  as: string
  path: string
  /** the first line of the list that the path leads to is opened */
  opens?: boolean
  /** in these looks instead of the ordinary ones */
  looks?: readonly (Look & { suffix: string })[]
}

export type Look = { width: number; height: number; colorScheme: 'light' | 'dark' }

/** As it hangs on a wall, and in a hand. */
const ON_A_WALL = [
  { suffix: '', width: 1920, height: 1080, colorScheme: 'light' },
  { suffix: '-dark', width: 1920, height: 1080, colorScheme: 'dark' },
  { suffix: '-360', width: 360, height: 780, colorScheme: 'light' },
  { suffix: '-360-dark', width: 360, height: 780, colorScheme: 'dark' },
] as const satisfies readonly (Look & { suffix: string })[]

export const STAFF_PAGES: readonly Pictured[] = [
  { name: 'desk', as: 'hewen', path: '/desk?state=triage' },
  // two units have answered: the ribbon shows both, and what comes next is open
  { name: 'case', as: 'liangbo', path: '/desk?state=reviewing', opens: true },
  { name: 'ledger', as: 'hewen', path: '/desk/ledger?state=all' },
  { name: 'attention', as: 'liangbo', path: '/attention' },
  { name: 'oversight', as: 'xielan', path: '/oversight', looks: ON_A_WALL },
]

/** `case.webp` is the wide one by day; the others say in which way they differ. */
export const LOOKS = [
  { suffix: '', width: 1280, height: 660, colorScheme: 'light' },
  { suffix: '-dark', width: 1280, height: 660, colorScheme: 'dark' },
  { suffix: '-360', width: 360, height: 780, colorScheme: 'light' },
  { suffix: '-360-dark', width: 360, height: 780, colorScheme: 'dark' },
] as const satisfies readonly (Look & { suffix: string })[]
