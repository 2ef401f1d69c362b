import { useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LETTER_SIZES } from '#app/words/locale.ts'
import { FormMark } from './form-mark.tsx'

const LANGUAGES = [
  { value: 'zh-CN', word: 'language.zh' },
  { value: 'en', word: 'language.en' },
] as const

/** A form in which something is being typed: the id, and where it is sent. */
export type TypedForm = { id: string; action: string }

/**
 * How one likes to read: letter size and language, kept on the device, as plain forms that work without script. On a page
 * with a form (`of`) they are buttons of that form, which brings back everything typed.
 */
export function ReadingChoices({ of }: { of?: TypedForm }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {of ? (
        <CarryingChoices of={of} />
      ) : (
        <>
          <SizeChoice />
          <LanguageChoice />
        </>
      )}
    </div>
  )
}

function CarryingChoices({ of: { id, action } }: { of: TypedForm }) {
  const { t, i18n } = useTranslation('site')
  const chosen = useRouteLoaderData<{ letterSize: string }>('root')?.letterSize ?? 'standard'
  const choice = (query: string) => ({
    form: id,
    formAction: `${action}?${query}`,
    formNoValidate: true,
    'data-reading': true,
    className: CHOICE,
  })
  return (
    <>
      <span role="group" aria-label={t('size.name')} className="flex items-center print:hidden">
        <span className="mr-1 text-sm text-muted">{t('size.name')}</span>
        {LETTER_SIZES.map((value) => (
          <button key={value} {...choice(`size=${value}`)} aria-pressed={chosen === value}>
            {t(`size.${value}`)}
          </button>
        ))}
      </span>
      <span role="group" aria-label={t('language.name')} className="flex print:hidden">
        {LANGUAGES.map(({ value, word }) => (
          <button key={value} {...choice(`lang=${value}`)} lang={value} aria-pressed={i18n.language === value}>
            {t(word)}
          </button>
        ))}
      </span>
    </>
  )
}

/** The language switch alone, where there is no room for more. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation('site')
  return (
    <form method="post" action="/language" aria-label={t('language.name')} className="flex print:hidden">
      <FormMark />
      {LANGUAGES.map(({ value, word }) => (
        <button
          key={value}
          name="language"
          value={value}
          lang={value}
          aria-pressed={i18n.language === value}
          className={CHOICE}
        >
          {t(word)}
        </button>
      ))}
    </form>
  )
}

/** The letter size alone. Which is set is what the page's frame was drawn with. */
export function SizeChoice() {
  const { t } = useTranslation('site')
  const chosen = useRouteLoaderData<{ letterSize: string }>('root')?.letterSize ?? 'standard'
  return (
    <form method="post" action="/letter-size" aria-label={t('size.name')} className="flex items-center print:hidden">
      <FormMark />
      <span className="mr-1 text-sm text-muted">{t('size.name')}</span>
      {LETTER_SIZES.map((value) => (
        <button key={value} name="size" value={value} aria-pressed={chosen === value} className={CHOICE}>
          {t(`size.${value}`)}
        </button>
      ))}
    </form>
  )
}

const CHOICE =
  'min-h-9 rounded-sm px-2 text-sm text-muted hover:text-qing aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4'
