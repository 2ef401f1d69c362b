import { useTranslation } from 'react-i18next'
import { LifePath, PATH_LABELS } from '#app/ui/life-path.tsx'

/** The path of a report with a line on what each of the eight labels means. */
export function LabelMeanings({ upright }: { upright?: boolean }) {
  const { t } = useTranslation('case')
  return (
    <LifePath
      upright={upright}
      notes={Object.fromEntries(PATH_LABELS.map((label) => [label, t(`meanings.${label}`)]))}
    />
  )
}
