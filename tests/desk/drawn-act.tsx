import { I18nextProvider } from 'react-i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'
import type { DeskAct } from '#app/desk/acts/act-fields.ts'
import { ActForm } from '#app/desk/acts/act-form.tsx'
import type { Choices } from '#app/desk/acts/choices.ts'
import { newWords } from '#app/words/new-words.ts'
import type { Issue, Unsettled } from '#workflows/engine/refusal.ts'
import type { Track } from '#workflows/case/names.ts'

export const UNIT = '11111111-1111-4111-8111-111111111111'
export const OTHER_UNIT = '22222222-2222-4222-8222-222222222222'

/** What a case page offers: one of everything. */
export const CHOICES: Choices = {
  kinds: [{ code: 'B31', name: '填表报数', complexity: 'standard' }],
  units: ['望川县', '市民政局'],
  unitNames: { [UNIT]: '望川县', [OTHER_UNIT]: '市民政局' },
  classified: { kind: null, complexity: null, place: null },
  today: '2026-11-23',
  accused: [],
  provisional: [],
  proposal: { territory: UNIT, department: OTHER_UNIT, lead: 'territory', reasons: [] },
  templates: [],
  colleagues: [{ id: UNIT, name: '何雯', unit: '专项办', deputy: null }],
  mentionable: [{ id: UNIT, name: '宋洁', login: 'songjie', unit: '专项办' }],
  report: '一件是填表，一件是迎检。',
  mergeInto: [{ id: UNIT, number: '2026-1012-4837', kind: 'B31', place: '望川县' }],
  brief: null,
  letters: [
    { track: 'territory', number: '1号', unit: '望川县', task: '任务', quality: '质量', feedbackStandard: '标准' },
  ],
  waiting: null,
  results: [],
  orders: [],
  asked: [],
  finding: null,
  mode: 'assignToVerify',
}

type Drawn = {
  type: DeskAct
  track: Track | null
  typed?: Record<string, string[]>
  issues?: Issue[]
  unsettled?: Unsettled[]
  locale?: 'zh-CN' | 'en'
}

/** The form of one act as a browser without scripts gets it. */
export async function drawnAct({
  type,
  track,
  typed,
  issues = [],
  unsettled,
  locale = 'zh-CN',
}: Drawn): Promise<string> {
  const form = <ActForm {...{ type, track, issues, unsettled }} choices={CHOICES} seen={7} typed={typed ?? null} />
  const { dataRoutes, query } = createStaticHandler([{ id: 'root', path: '*', element: form }])
  const context = await query(new Request('http://town.test/'))
  if (context instanceof Response) throw new Error('the page answered with a redirect')
  return renderToStaticMarkup(
    <I18nextProvider i18n={newWords(locale)}>
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
    </I18nextProvider>,
  )
}

export type Drawing = { name: string; hidden: boolean; required: boolean; value: string | null }

/** The inputs of a drawn form, in order. */
export function inputsIn(markup: string): Drawing[] {
  return [...markup.matchAll(/<(input|select|textarea)\b([^>]*)>/g)].map(([, , attributes = '']) => ({
    name: /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '',
    hidden: attributes.includes('type="hidden"'),
    required: /\brequired(=|\s|$)/.test(attributes),
    value: /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? null,
  }))
}
