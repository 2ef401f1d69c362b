import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { ButtonLook } from '#app/ui/button-look.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { ReadingChoices } from '#app/ui/reading-choices.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { ShownThread as Thread, ThreadAct } from '#workflows/reading/thread.ts'
import type { Answer } from './follow.tsx'
import { typedFor } from './typed-act.ts'

export type Asks = Pick<Answer, 'mistakes' | 'typed' | 'keep'> & { thread: Thread }

type ActFormProps = Asks & {
  act: ThreadAct
  send: string
  look?: ButtonLook
  /** the field for words, where the act has one */
  text?: { label: string; help?: string; optional?: boolean; rows?: number }
  children?: ReactNode
}

/** One act as one form: it says which, from which page, and carries its own id, so that a double click is one act. */
export function ActForm({ thread, mistakes, typed, keep, act, send, look, text, children }: ActFormProps) {
  const { t } = useTranslation('followUp')
  const mine = typedFor(typed, act)
  const wrong = mine ? mistakes : []
  const id = (field: string) => `${act}-${field}`
  const inText = wrong.find(({ field }) => field === 'text')
  return (
    <form
      id={id('form')}
      method="post"
      action="/follow"
      data-keep={keep ? `${keep} ${act}` : undefined}
      className="mb-5"
    >
      <FormMark />
      <HiddenInputs values={{ act, seen: thread.mark }} />
      <ErrorSummary
        mistakes={wrong.map(({ field, problem }) => ({
          field: id(field),
          message: field === 'satisfied' ? t('rate.choose') : t(`mistake.${problem}`),
        }))}
      />
      {children}
      {text && (
        <TextArea
          {...text}
          name="text"
          id={id('text')}
          rows={text.rows ?? 4}
          most={MOST}
          defaultValue={mine?.text}
          error={inText && t(`mistake.${inText.problem}`)}
          autoComplete="off"
        />
      )}
      <Button look={look} busyLabel={t('sending')}>
        {send}
      </Button>
      {/* as text: a browser with scripts makes none of it, and the page's own switches keep what is typed */}
      <noscript>
        <div className="mt-2">
          <ReadingChoices of={{ id: id('form'), action: '/follow' }} />
        </div>
      </noscript>
    </form>
  )
}

/** As long as a report may be. */
const MOST = 20_000
