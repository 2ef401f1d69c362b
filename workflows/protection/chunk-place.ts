import type { Place } from './cipher.ts'

/** Where a chunk belongs, as its seal knows it. */
export const chunkPlace = (file: string, position: number, last: boolean): Place => ({
  table: 'file_chunk',
  column: 'bytes',
  row: `${file}:${position}${last ? ':last' : ''}`,
})
