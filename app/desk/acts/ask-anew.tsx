import { useSearchParams } from '@remix-run/react'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import type { Track } from '#workflows/case/names.ts'

/**
 * Without scripts a template is chosen by asking for the page again: `?act=…&template=…`, the act said by the button that
 * asks. Nothing is sent to anybody.
 */
export function AskAnew({ id, track }: { id: string; track: Track | null }) {
  const [search] = useSearchParams()
  const kept = [...search].filter(([name]) => !['act', 'track', 'template', 'done'].includes(name))
  return (
    <form id={id} method="get" hidden>
      <HiddenInputs values={{ ...Object.fromEntries(kept), track }} />
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
