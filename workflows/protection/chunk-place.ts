import type { Place } from './cipher.ts'

/** Where a chunk belongs, as its seal knows it. */
export const chunkPlace = (file: string, position: number, last: boolean): Place => ({
  table: 'file_chunk',
  column: 'bytes',
  row: `${file}:${position}${last ? ':last' : ''}`,
})

/** The same for a mail that people have to look at. */
export const quarantinePlace = (mail: string, position: number, last: boolean): Place => ({
  table: 'quarantine_chunk',
  column: 'bytes',
  row: `${mail}:${position}${last ? ':last' : ''}`,
})
