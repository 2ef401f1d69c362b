import { useSearchParams } from '@remix-run/react'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import type { Track } from '#workflows/case/names.ts'
import type { DeskAct } from './act-fields.ts'

/** Without scripts a template is chosen by asking for the page again: `?act=…&template=…`. Nothing of it is sent to anybody. */
export function AskAnew({ id, act, track }: { id: string; act: DeskAct; track: Track | null }) {
  const [search] = useSearchParams()
  const kept = [...search].filter(([name]) => !['act', 'track', 'template', 'done'].includes(name))
  return (
    <form id={id} method="get" hidden>
      <HiddenInputs values={{ ...Object.fromEntries(kept), act, track }} />
    </form>
  )
}

/** Which templates the address asks for, in which form. */
export type Picked = { act: string; track: string; templates: string[] }

export function pickedIn(search: URLSearchParams): Picked | null {
  const templates = search.getAll('template').filter((id) => id !== '')
  if (templates.length === 0) return null
  return { act: search.get('act') ?? '', track: search.get('track') ?? '', templates }
}
