import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Chosen } from '#workflows/engine/step-several.ts'
import { useCaseWord } from './use-case-word.ts'

type SeveralConfirmProps = {
  typed: { act: string; values: Record<string, string[]> }
  chosen: readonly Chosen[]
  numbers: Record<string, string>
}

/** Once more before what the same hand cannot take back: to how many, which, and the words they would read. */
export function SeveralConfirm({ typed: { act, values }, chosen, numbers }: SeveralConfirmProps) {
  const { t } = useTranslation(['several', 'case'])
  const word = useCaseWord()
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => place.current?.focus(), [])
  const name = word('acts', act)
  return (
    <Form ref={place} method="post" tabIndex={-1} aria-label={t('several:confirm.title')}>
      <PageHead
        title={t('several:confirm.title')}
        lead={t('several:confirm.about', { count: chosen.length, act: name })}
      />
      <FormMark />
      <input type="hidden" name="sure" value="yes" />
      {Object.entries(values).flatMap(([field, said]) =>
        said.map((value) => <input key={`${field} ${value}`} type="hidden" name={field} value={value} />),
      )}
      <ul className="mb-4 flex max-w-measure flex-wrap gap-x-5 gap-y-1 tabular-nums">
        {chosen.map(({ id, seen }) => (
          <li key={id}>
            <input type="hidden" name="case" value={`${id} ${seen}`} />
            {numbers[id] ?? '–'}
          </li>
        ))}
      </ul>
      {values.reason?.map((reason) => (
        <p key={reason} className="font-medium">
          {word('refusalReasons', reason)}
        </p>
      ))}
      {values.into?.map((into) => (
        <p key={into} className="mb-4 font-medium">
          {numbers[into] ?? ''}
        </p>
      ))}
      {values.text?.map((text) => (
        <blockquote
          key={text}
          className="mb-4 max-w-measure border-l-4 border-qing bg-wash px-3 py-2 whitespace-pre-wrap"
        >
          {text}
        </blockquote>
      ))}
      <p className="flex flex-wrap items-center gap-4">
        <Button small>{t('several:confirm.yes', { act: name })}</Button>
        <Button small look="quiet" name="back" value="yes" data-back>
          {t('several:confirm.no')}
        </Button>
      </p>
    </Form>
  )
}
