import { useTranslation } from 'react-i18next'
import type { TemplateFormChoices } from '#workflows/reading/templates.ts'
import type { Part, Parts } from '#workflows/templates/purposes.ts'

/** Beside the form: the blanks it may have, and what it looks like when they are filled. */
export function TemplateAside({ choices, sample }: { choices: TemplateFormChoices; sample: Parts | null }) {
  const { t, i18n } = useTranslation('templates')
  return (
    <aside className="min-w-0">
      <h2 className="mb-1 text-lg">{t('form.blanks')}</h2>
      <p className="mb-2 text-sm text-muted">{t('form.blanksHelp')}</p>
      <ul className="mb-2 flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {choices.blanks.map(({ blank, zh, en }) => (
          <li key={blank}>
            <code className="rounded-sm bg-wash px-1">{`{${i18n.language === 'en' ? en : zh}}`}</code>
          </li>
        ))}
      </ul>
      <p className="mb-6 text-sm text-muted">{t('form.gapHelp')}</p>
      {sample && (
        <>
          <h2 className="mb-1 text-lg">{t('form.sample')}</h2>
          <p className="mb-2 text-sm text-muted">{t('form.sampleOf')}</p>
          <TemplateTexts parts={sample} fields={choices.fields} />
        </>
      )}
    </aside>
  )
}

/** The texts of a template to be read, each under the name of its field. */
export function TemplateTexts({ parts, fields }: { parts: Parts; fields: readonly Part[] }) {
  const { t } = useTranslation('templates')
  return (
    <div className="mb-6 border-l-3 border-qing bg-qing-wash px-4 py-3" lang="zh-CN">
      {fields.map((part) => (
        <div key={part} className="mb-2 last:mb-0">
          <p className="text-sm text-muted">{t(`parts.${part}`)}</p>
          <p className="whitespace-pre-line">{parts[part]}</p>
        </div>
      ))}
    </div>
  )
}
