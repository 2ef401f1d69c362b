import type { ColumnType } from 'kysely'

declare const sealed: unique symbol
/** Ciphertext as it comes out of a column. Branded so that no page can draw it: only `workflows/reading` and the engine open it. */
export type Sealed = Buffer & { readonly [sealed]: true }
/** A column that takes sealed bytes and gives back `Sealed`. */
export type SealedColumn = ColumnType<Sealed, Buffer, Buffer>
export type SealedColumnOrNull = ColumnType<Sealed | null, Buffer | null | undefined, Buffer | null>
/** A stored day, read and written as `YYYY-MM-DD`. */
export type DayColumn = ColumnType<string, string, string>
export type DayColumnOrNull = ColumnType<string | null, string | null | undefined, string | null>
