import { useTranslation } from 'react-i18next'
import type { Track } from '#workflows/case/names.ts'
import type { DeskAct } from './act-fields.ts'
import type { Choices } from './choices.ts'

const ABOUT: Record<Choices['asked'][number]['kind'], readonly DeskAct[]> = {
  objection: ['ruleObjection'],
  extension: ['grantExtension', 'refuseExtension'],
}

type AskedByUnitProps = { type: DeskAct; track: Track | null; asked: Choices['asked'] }

/** What the unit asks for, and why: nobody rules on what they have not read. */
export function AskedByUnit({ type, track, asked }: AskedByUnitProps) {
  const { t } = useTranslation('oversight')
  const one = asked.find((each) => each.track === track && ABOUT[each.kind].includes(type))
  if (!one) return null
  return (
    <blockquote className="mb-4 border-l-4 border-qing bg-wash px-3 py-2">
      <p className="text-sm text-muted">{t(`asked.${one.kind}`, { unit: one.unit, count: one.days })}</p>
      <p className="whitespace-pre-wrap">{one.text}</p>
      {one.superior && <p className="mt-1 text-sm">{t('onCase.commonSuperior', { unit: one.superior })}</p>}
    </blockquote>
  )
}
