import { z } from 'zod'

const words = z.string().nullable()
/** A call of a file as its row keeps it, sealed, until it has its outcome. */
export const storedCall = z.object({
  text: z.string(),
  order: words,
  isDamaged: z.boolean().default(false),
  place: words,
  unit: words,
  happened: words,
  kind: words,
  day: words,
  /** the headings of its file's columns that are not kept */
  unkept: z.array(z.string()).default([]),
  dropped: z.array(z.enum(['caller', 'number', 'agent', 'time', 'order'])),
})
export type StoredCall = z.infer<typeof storedCall>

/** Where the words of a row of an import are sealed. */
export const rowPlace = (id: string, position: number) => ({
  table: 'hotline_import_row',
  column: 'sealed',
  row: `${id}:${position}`,
})
