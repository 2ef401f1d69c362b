import { redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readAllNotices } from '#workflows/notices/read-all.ts'
import { readAttention } from '#workflows/reading/attention.ts'
import { readNotices } from '#workflows/reading/notices.ts'
import { CaseLines, DraftLines, LetterLines } from './lines.tsx'
import { Notices } from './notices.tsx'
import { Section } from './section.tsx'

export const handle = { title: 'attention:title' }

const MOST_UNREAD = 20
const MOST_OF_ALL = 50

export const loader = forStaff([], async ({ house, by, request }) => {
  const all = new URL(request.url).searchParams.get('notices') === 'all'
  const notices = await readNotices(house, by, { unread: !all, most: all ? MOST_OF_ALL : MOST_UNREAD })
  return { ...(await readAttention(house, by)), notices, all }
})

/** All notices count as read. What they were about is still where it is. */
export const action = forStaff([], async ({ house, by }) => {
  await readAllNotices(house, by)
  return redirect('/attention', 303)
})

/** What must I do now: one page that answers it, each line with the one place where it is done. */
export default function Attention() {
  const { t } = useTranslation('attention')
  const { notices, all, queues, letters, drafts, today, ...cases } = useLoaderData<typeof loader>()
  const { reprisal, toSign, late, dueSoon, answered, mentions } = cases
  const sections = [reprisal, toSign, late, dueSoon, answered, mentions, letters, drafts]
  const isCalm = sections.every(({ lines }) => lines.length === 0)
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {isCalm && (
        <Empty title={t('calm')}>
          <p>{t('calmAdvice')}</p>
        </Empty>
      )}
      <Section name="reprisal" of={reprisal} more="/desk?state=all&reprisal=1" strong>
        <CaseLines lines={reprisal.lines} today={today} />
      </Section>
      <Section name="toSign" of={toSign} more="/desk?state=toSign">
        <CaseLines lines={toSign.lines} today={today} toSign />
      </Section>
      <Section name="late" of={late} more="/desk?state=all&due=late">
        <CaseLines lines={late.lines} today={today} byDate />
      </Section>
      <Section name="dueSoon" of={dueSoon} more="/desk?state=all&due=week">
        <CaseLines lines={dueSoon.lines} today={today} byDate />
      </Section>
      <Section name="letters" of={letters} more="/handling">
        <LetterLines lines={letters.lines} today={today} />
      </Section>
      <Section name="answered" of={answered} more="/desk?state=all&holder=me">
        <CaseLines lines={answered.lines} today={today} />
      </Section>
      <Section name="mentions" of={mentions} more="/desk?state=all&holder=me">
        <CaseLines lines={mentions.lines} today={today} />
      </Section>
      <Section name="drafts" of={drafts} more="/newsroom">
        <DraftLines lines={drafts.lines} />
      </Section>
      {queues && (
        <p className="mb-8 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
          <Link to="/desk?state=all&holder=me" className="link">
            {t('queues.held', { count: queues.held })}
          </Link>
          {queues.free > 0 && (
            <Link to="/desk" className="link">
              {t('queues.free', { count: queues.free })}
            </Link>
          )}
        </p>
      )}
      <Notices notices={notices} all={all} />
    </>
  )
}
