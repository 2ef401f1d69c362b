import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { CaseSection } from './case-section.tsx'

/** What follows this case; each can be taken out again by itself. */
export function CaseMerged({ page: { merged, mayGather } }: { page: CasePage }) {
  const { t } = useTranslation('together')
  if (merged.length === 0) return null
  return (
    <CaseSection id="merged" title={t('merged.title', { count: merged.length })}>
      <Form method="post" preventScrollReset>
        <FormMark />
        <ul className="mb-3 flex flex-wrap gap-x-5 text-sm">
          {merged.map(({ id, number, revision }) => (
            <li key={id} className="flex items-center gap-1">
              {mayGather && (
                <label className="flex size-7 items-center justify-center print:hidden">
                  <span className="sr-only">{t('merged.tick', { number })}</span>
                  <input type="checkbox" name="case" value={`${id} ${revision}`} className="size-4.5 accent-qing" />
                </label>
              )}
              <Link to={`/desk/cases/${id}`} className="link tabular-nums">
                {number}
              </Link>
            </li>
          ))}
        </ul>
        {mayGather && (
          <p className="print:hidden">
            <Button look="quiet" small name="act" value="unmergeHere">
              {t('merged.unmerge')}
            </Button>
          </p>
        )}
      </Form>
    </CaseSection>
  )
}
