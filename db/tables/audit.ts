import type { ColumnType } from 'kysely'

/** A row of the record as a leaf of the Merkle tree, in the order in which checkpoints took them. */
export interface CheckpointLeafTable {
  position: number
  /** the table of the row; `padding`: a random leaf that stands for no row */
  log: 'journal' | 'look' | 'refusal' | 'padding'
  /** the row's id; of the journal the subject, with the place in its chain as `seq` */
  row_id: string
  seq: number
  hash: Buffer
}
/** A signed root, kept here until it stands in the checkpoint file as well. */
export interface CheckpointTable {
  size: number
  hour: ColumnType<Date, Date, never>
  root: Buffer
  /** the complete subtrees, left to right, 32 bytes each */
  peaks: Buffer
  /** that the tree of the checkpoint before is the beginning of this one (RFC 9162, 2.1.4) */
  consistency: Buffer[]
  /** every row of a transaction before this is in the tree */
  before: string
  /** the first after an older copy of the database was put back */
  restored: boolean
  signature: Buffer
}
/** A value sealed under one key of the house: which keys belong to this database. */
export interface KeyCheckTable {
  name: string
  sealed: Buffer
}
