import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readKinds } from '#workflows/reading/kinds.ts'
import { changeKind, raiseKind, retireKind } from '#workflows/settings-desk/change-kind.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { KindFold } from './kind-fold.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { useHeld } from './use-held.ts'

export const handle = { title: 'kinds:title' }

/** Also after a refusal: whoever was too late sees how it stands now, and can save again from there. */
export const shouldRevalidate = () => true

export const loader = forStaff(ADMIN_ROLES, ({ house }) => readKinds(house))

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const text = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const code = text('code')
  const asked = askedBy(form)
  const act = text('act')
  const said = {
    name_zh: text('name_zh'),
    name_en: text('name_en'),
    mode: text('mode'),
    complexity: text('complexity'),
    lines: text('lines'),
    basis_zh: text('basis_zh'),
    basis_en: text('basis_en'),
  }
  const outcome =
    act === 'raise'
      ? await raiseKind(house, by, code, asked)
      : act === 'retire' || act === 'restore'
        ? await retireKind(house, by, code, act === 'retire', asked)
        : await changeKind(house, by, code, said, asked)
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(`/admin/kinds?done=${code}#${code}`, 303)
})

/** The kinds of burden, and what follows from each. */
export default function Kinds() {
  const { t } = useTranslation('kinds')
  const { kinds, lines } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const about = answer?.typed.act?.[0] === 'change' ? answer.typed.code?.[0] : undefined
  const drawnFrom = useHeld(kinds, about !== undefined)
  const [searchParams] = useSearchParams()
  const done = answer ? undefined : kinds.find(({ code }) => code === searchParams.get('done'))
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {done && <Callout>{t('done', { code: done.code })}</Callout>}
      <div className="max-w-page *:mb-2">
        {kinds.map((kind, at) => (
          <KindFold
            key={`${kind.code} ${(kind.code === about ? drawnFrom.find(({ code }) => code === about) : kind)?.revision}`}
            kind={kind}
            lines={lines}
            first={at === 0}
            answer={answer?.typed.code?.[0] === kind.code ? answer : undefined}
          />
        ))}
      </div>
    </>
  )
}
