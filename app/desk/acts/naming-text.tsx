import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { useAlive } from '#app/ui/use-alive.ts'
import type { ActField } from './act-fields.ts'
import type { Choices } from './choices.ts'

type NamingTextProps = Omit<FieldProps, 'help'> & {
  field: Extract<ActField, { as: 'text' }>
  choices: Choices
  said: string
}

/** A text in which colleagues are named by `@`. Who can be named stands folded under it; a press writes the name. */
export function NamingText({ field, choices, said, ...shared }: NamingTextProps) {
  const { t } = useTranslation('acts')
  const isAlive = useAlive()
  const place = useRef<HTMLDivElement>(null)
  const write = (name: string) => {
    const text = place.current?.querySelector('textarea')
    if (!text) return
    text.setRangeText(`@${name} `, text.selectionStart, text.selectionEnd, 'end')
    // what counts the letters hears of it
    text.dispatchEvent(new Event('input', { bubbles: true }))
    text.focus()
  }
  const { mentionable } = choices
  const isShared = (name: string) => mentionable.filter((each) => each.name === name).length > 1
  return (
    <div ref={place}>
      <TextArea {...shared} help={t('naming.help')} rows={field.rows} most={field.most} defaultValue={said} />
      {mentionable.length > 0 && (
        <details className="-mt-3 mb-4 text-sm">
          <summary className="min-h-8 py-1 text-muted">{t('naming.people')}</summary>
          <ul className="flex flex-wrap gap-x-4">
            {mentionable.map(({ id, name, login, unit }) => (
              <li key={id}>
                {isAlive ? (
                  <button
                    type="button"
                    className="link min-h-8"
                    title={unit}
                    onClick={() => write(isShared(name) ? login : name)}
                  >
                    @{name}
                  </button>
                ) : (
                  `@${name}`
                )}{' '}
                <span className="text-muted">{login}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
