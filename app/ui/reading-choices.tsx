import { useTranslation } from 'react-i18next'

const LANGUAGES = [
  { value: 'zh-CN', word: 'language.zh' },
  { value: 'en', word: 'language.en' },
] as const
const SIZES = ['standard', 'large', 'larger'] as const
export type LetterSize = (typeof SIZES)[number]

/** How one likes to read: language and letter size, kept on the device, as plain forms that work without script. */
export function ReadingChoices({ size }: { size?: LetterSize }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {size && <SizeChoice size={size} />}
      <LanguageChoice />
    </div>
  )
}

/** The language switch alone, where there is no room for more. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation('site')
  return (
    <form method="post" action="/language" aria-label={t('language.name')} className="flex">
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

function SizeChoice({ size }: { size: LetterSize }) {
  const { t } = useTranslation('site')
  return (
    <form method="post" action="/letter-size" aria-label={t('size.name')} className="flex items-center">
      <span className="mr-1 text-sm text-muted">{t('size.name')}</span>
      {SIZES.map((value) => (
        <button key={value} name="size" value={value} aria-pressed={size === value} className={CHOICE}>
          {t(`size.${value}`)}
        </button>
      ))}
    </form>
  )
}

const CHOICE =
  'min-h-9 rounded-sm px-2 text-sm text-muted hover:text-qing aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4'
