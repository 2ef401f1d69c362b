import { useTranslation } from 'react-i18next'
import type { RefusedForm } from '#app/http/answer.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import type { LetterActType } from '#workflows/engine/step-letter.ts'
import { type FieldName, FIELDS } from './act-from.ts'

type LostFormProps = { type: LetterActType; answer: RefusedForm }
const isTime = (type: LetterActType) => type === 'askExtension' || type === 'object'

/** An act that cannot be done any more, as one second after midnight: why, and every word that was typed for it. */
export function LostForm({ type, answer }: LostFormProps) {
  const { t } = useTranslation(['oversight', 'handling'])
  const fields: readonly FieldName[] = FIELDS[type]
  const words = fields.flatMap((field) => {
    const [typed] = answer.typed[field] ?? []
    return typed ? [{ field, typed }] : []
  })
  return (
    <>
      {answer.refused.code === 'late' && isTime(type) && (
        <Callout tone="warn">
          <p>{t(`oversight:lostForm.late.${type === 'object' ? 'object' : 'askExtension'}`)}</p>
        </Callout>
      )}
      {words.length > 0 && (
        <section className="mb-6" aria-labelledby="lost">
          <h2 id="lost" className="text-base">
            {t('oversight:lostForm.title')}
          </h2>
          <p className="text-sm text-muted">{t('oversight:lostForm.help')}</p>
          {words.map(({ field, typed }) => (
            <p key={field} className="mt-2">
              <span className="block text-sm text-muted">
                {t(`handling:fields.${type === 'object' && field === 'grounds' ? 'objection' : field}`)}
              </span>
              <span className="block whitespace-pre-line">{typed}</span>
            </p>
          ))}
        </section>
      )}
    </>
  )
}
