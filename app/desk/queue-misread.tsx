import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import type { Misread } from './queue-address.ts'

/** Which parts of the address were not understood: a list that quietly held something else would mislead. */
export function QueueMisread({ misread }: { misread: readonly Misread[] }) {
  const { t, i18n } = useTranslation('queues')
  if (misread.length === 0) return null
  const nameOf = (part: string) => {
    const word = [`parts.${part}`, `flags.${part}`].find((key) => i18n.exists(key, { ns: 'queues' }))
    return word ? String(t(word as never)) : part.slice(0, 40)
  }
  return (
    <Callout tone="warn" title={t('misread.title')}>
      <ul className="list-disc pl-5">
        {misread.map(({ part, value, why }) => (
          <li key={`${part} ${why}`}>{t(`misread.${why}`, { part: nameOf(part), value })}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('misread.rest')}</p>
    </Callout>
  )
}
