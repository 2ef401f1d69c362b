import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '#app/ui/door-link.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DueDate } from '#app/ui/due-date.tsx'
import type { CaseLine } from '#workflows/reading/attention.ts'
import type { DraftLine, LetterLine } from '#workflows/reading/attention-papers.ts'

type Named = CaseLine & { caseId?: string; answer?: string; writer?: string | null }

type CaseLinesProps = {
  lines: readonly Named[]
  today: string
  /** the date itself is what is asked */
  byDate?: boolean
  /** a signature is asked, or a ruling on what a unit asked for */
  toSign?: boolean
}

/** Cases, a line each: which, what is asked, by when. */
export function CaseLines({ lines, today, byDate, toSign }: CaseLinesProps) {
  const { t, i18n } = useTranslation(['attention', 'case', 'desk'])
  const word = (group: string, name: string) => String(t(`case:${group}.${name}` as never))
  return (
    <Lines>
      {lines.map((line) => (
        <Line
          key={line.id}
          to={`/desk/cases/${line.caseId ?? line.id}`}
          name={line.number}
          what={
            line.answer
              ? String(t(`attention:came.${line.answer}` as never))
              : line.writer
                ? t('attention:named', { by: line.writer })
                : byDate && line.due?.name
                  ? word('deadlines', line.due.name)
                  : toSign && line.life === 'rectifying'
                    ? t('attention:toRule')
                    : word('states', line.life)
          }
          about={[
            line.kind ? (i18n.language === 'en' ? line.kind.en : line.kind.zh) : t('desk:queue.notClassified'),
            line.place,
          ]}
          flags={
            <>
              {line.urgent && <Badge strong>{t('desk:flags.urgent')}</Badge>}
              {byDate && line.holder === null && <Badge>{t('attention:nobodys')}</Badge>}
            </>
          }
          due={line.due && <DueDate day={line.due.day} today={today} near={1} />}
        />
      ))}
    </Lines>
  )
}

/** The letters of the officer's unit, with what each waits for. */
export function LetterLines({ lines, today }: { lines: readonly LetterLine[]; today: string }) {
  const { t, i18n } = useTranslation(['attention', 'case', 'handling'])
  return (
    <Lines>
      {lines.map((line) => (
        <Line
          key={line.id}
          to={`/handling/letters/${line.id}`}
          name={line.number}
          what={t(`handling:states.${line.state}`)}
          about={[line.kind && (i18n.language === 'en' ? line.kind.en : line.kind.zh)]}
          due={
            line.due && (
              <>
                {line.due.name && (
                  <span className="mr-2 text-muted">{String(t(`case:deadlines.${line.due.name}` as never))}</span>
                )}
                <DueDate day={line.due.day} today={today} />
              </>
            )
          }
        />
      ))}
    </Lines>
  )
}

/** Typical cases that wait to be approved or written on. */
export function DraftLines({ lines }: { lines: readonly DraftLine[] }) {
  const { t } = useTranslation(['attention', 'case'])
  return (
    <Lines>
      {lines.map((line) => (
        <Line
          key={line.id}
          to={`/newsroom/${line.id}`}
          name={<span lang="zh-CN">{line.title}</span>}
          what={line.returned ? t('attention:returned') : String(t(`case:typicalCase.states.${line.life}` as never))}
          about={[]}
        />
      ))}
    </Lines>
  )
}

const Lines = ({ children }: { children: ReactNode }) => (
  <ul className="divide-y divide-line border-y border-line">{children}</ul>
)

type LineProps = {
  to: string
  name: ReactNode
  what: string
  about: readonly (string | null)[]
  flags?: ReactNode
  due?: ReactNode
}

/** The whole line leads to the one place where it is done. */
function Line({ to, name, what, about, flags, due }: LineProps) {
  return (
    <li
      data-row
      className="relative grid gap-x-4 px-2 py-2 text-sm hover:bg-wash has-[a:focus-visible]:bg-qing-wash sm:grid-cols-[11rem_1fr_auto] sm:items-baseline"
    >
      <DoorLink
        to={to}
        className="font-medium text-qing tabular-nums no-underline after:absolute after:inset-0 hover:underline"
      >
        {name}
      </DoorLink>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{what}</span>
        <span className="text-muted">{about.filter(Boolean).join(' · ')}</span>
        {flags}
      </span>
      {due && <span>{due}</span>}
    </li>
  )
}
