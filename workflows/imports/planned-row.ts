/** Why a line of a table is refused; `with`: what it says, or what stands in its way. */
export type RowFault = { field: string; problem: string; with?: string }
/** What one line of a table would do. `key`: the code or the account it is about. */
export type PlannedRow = {
  row: number
  key: string
  name: string
  does: 'open' | 'change' | 'unchanged' | 'refused'
  faults: RowFault[]
  /** the fields that a change moves, as they are and as they would be; null where there is, or would be, nothing */
  changes?: readonly { field: string; before: string | null; after: string | null }[]
}
