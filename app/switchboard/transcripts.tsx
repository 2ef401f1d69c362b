import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { readPosted } from '#app/http/uploads.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { keepColumns } from '#workflows/settings-desk/call-columns.ts'
import { planCalls } from '#workflows/channels/call-import.ts'
import type { FileProblem } from '#workflows/channels/hotline/call-file.ts'
import { readImports } from '#workflows/reading/call-import.ts'
import { columnsSaid, ColumnsForm } from './columns-form.tsx'
import { FileForm } from './file-form.tsx'
import { OPERATOR_ROLES } from './operator-roles.ts'

export const handle = { title: 'switchboard:transcripts.title' }

export const loader = forStaff(OPERATOR_ROLES, async ({ house, by }) => ({ imports: await readImports(house, by) }))

type Answer = {
  problem: FileProblem | 'missing' | null
  /** a table whose columns nobody knows yet, and what was said of them */
  headings: string[] | null
  said: string[]
  /** none of them says what was said */
  saysNothing: boolean
}

/** Looks at a file of calls; where its columns are not known, first hears what they mean. */
export const action = forStaff(OPERATOR_ROLES, async ({ house, by, request }) => {
  const { fields, files, problems, broken } = await readPosted(request)
  if (broken) throw problem('400')
  const answer: Answer = { problem: null, headings: null, said: [], saysNothing: false }
  const columns = columnsSaid(fields)
  if (columns && !(await keepColumns(house, by, columns.headings, columns.said)))
    return data<Answer>({ ...answer, ...columns, saysNothing: true }, { status: 422 })
  const [file] = files
  if (!file)
    return data<Answer>(
      { ...answer, ...columns, problem: problems.length > 0 ? 'tooLarge' : 'missing' },
      { status: 422 },
    )
  const planned = await planCalls(house, by, file, { isAsked: fields.has('askColumns') })
  if (planned.kind === 'planned') return redirect(`/switchboard/transcripts/${planned.id}`, 303)
  if (planned.kind === 'unknown') return data<Answer>({ ...answer, headings: planned.headings }, { status: 422 })
  return data<Answer>({ ...answer, problem: planned.problem }, { status: 422 })
})

/** Calls that others recorded: a file, or one that was taken in before. */
export default function Transcripts() {
  const { t, i18n } = useTranslation('switchboard')
  const { imports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const mistakes = answer?.problem ? [{ field: 'file', message: t(`notRead.${answer.problem}`) }] : []
  const columns: Column<(typeof imports)[number]>[] = [
    { key: 'on', head: t('transcripts.on'), cell: ({ on }) => formatDay(on, i18n.language) },
    { key: 'state', head: t('transcripts.state'), cell: ({ state }) => t(`states.${state as 'done'}`) },
    { key: 'calls', head: t('transcripts.calls'), cell: ({ calls }) => calls, figures: true },
    ...(['report', 'duplicate', 'refused', 'waiting'] as const).map((outcome) => ({
      key: outcome,
      head: t(`outcomes.${outcome}`),
      cell: ({ counts }: (typeof imports)[number]) => counts[outcome],
      figures: true,
    })),
  ]
  return (
    <>
      <PageHead title={t('transcripts.title')} lead={t('transcripts.lead')} />
      <ErrorSummary mistakes={mistakes} />
      {answer?.headings ? (
        <ColumnsForm headings={answer.headings} said={answer.said} saysNothing={answer.saysNothing} />
      ) : (
        <FileForm error={mistakes[0]?.message} />
      )}
      <h2 className="mt-10 mb-2 text-lg">{t('transcripts.earlier')}</h2>
      <DataTable
        caption={t('transcripts.earlier')}
        columns={columns}
        rows={imports}
        keyOf={({ id }) => id}
        to={({ id }) => `/switchboard/transcripts/${id}`}
        empty={<Empty title={t('transcripts.none')}>{t('transcripts.noneYet')}</Empty>}
      />
    </>
  )
}
