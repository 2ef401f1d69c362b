import type { Parts, Purpose } from '#workflows/templates/purposes.ts'

/** A template that comes with the software. `key` names it for ever: its id is made of it, and it is put in once. */
export type TemplateSeed = {
  key: string
  purpose: Purpose
  kind: string | null
  outcome: string | null
  title: string
  parts: Parts
}
