import { data, redirect } from '@remix-run/node'
import { askedBy, valuesOf } from '#app/http/form-values.ts'
import type { StaffVisit } from '#app/session/who-may.server.ts'
import { sampleOf } from '#workflows/reading/templates.ts'
import { retireTemplate, writeTemplate } from '#workflows/settings-desk/templates.ts'
import { PARTS, type Part } from '#workflows/templates/purposes.ts'
import { isPurpose } from '#workflows/templates/stored-parts.ts'
import { answerNotChanged } from './not-changed.server.ts'

/** What the page of a template asks for: to see it filled, to keep it, to take it out of use or back. */
export async function actOnTemplate({ house, by, request }: StaffVisit, id: string | null) {
  const form = await request.formData()
  const said = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const asked = askedBy(form)
  const act = said('act')
  const purpose = said('purpose')
  const parts = Object.fromEntries((isPurpose(purpose) ? PARTS[purpose] : []).map((part: Part) => [part, said(part)]))
  if (act === 'preview') return data({ sample: sampleOf(parts), typed: valuesOf(form) })
  const outcome =
    id !== null && (act === 'retire' || act === 'restore')
      ? await retireTemplate(house, by, id, act === 'retire', asked)
      : await writeTemplate(
          house,
          by,
          id,
          { purpose, kind: said('kind'), outcome: said('outcome'), title: said('title'), parts },
          asked,
        )
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  const done = act === 'retire' ? 'retired' : act === 'restore' ? 'restored' : 'saved'
  return redirect(`/admin/templates/${outcome.id}?done=${done}`, 303)
}
