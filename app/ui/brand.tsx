import { useTranslation } from 'react-i18next'

/** The name of the place, with its mark: a sound, and the same sound coming back. */
export function Brand({ small, to = '/', beside }: { small?: boolean; to?: string; beside?: { target: '_blank' } }) {
  const { t } = useTranslation('site')
  return (
    <a
      href={to}
      {...beside}
      className={`inline-flex items-center gap-2 font-semibold text-qing no-underline ${small ? 'text-base' : 'text-xl'}`}
    >
      <svg viewBox="0 0 32 32" width="28" height="28" className={small ? 'size-5' : 'size-7'} aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
          <circle cx="16" cy="16" r="3" fill="currentColor" />
          <path d="M22.4 9.6a9 9 0 0 1 0 12.8M27 5a15.5 15.5 0 0 1 0 22" />
          <path d="M9.6 22.4a9 9 0 0 1 0-12.8" opacity="0.7" />
        </g>
      </svg>
      {t('name')}
    </a>
  )
}
