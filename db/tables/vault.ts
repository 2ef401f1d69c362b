/** The vault's own schema and login: no case handle can name it, and no vault handle can name a case. */
export interface VaultTables {
  'vault.sealed_contact': SealedContactTable
  'vault.sealed_original': SealedOriginalTable
}
export interface SealedContactTable {
  id: string
  report_id: string
  sealed: Buffer
}
/** A mail as it came: its header says who wrote it. */
export interface SealedOriginalTable {
  id: string
  report_id: string
  sealed: Buffer
}
