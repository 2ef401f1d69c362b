import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '#app/ui/door-link.tsx'
import { Button } from '#app/ui/button.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { FormMark } from '#app/ui/form-mark.tsx'
import type { NoticeLine } from '#workflows/reading/notices.ts'

/** What the officer was told; a notice is read when what it is about has been opened, or when all are said to be. */
export function Notices({ notices, all }: { notices: readonly NoticeLine[]; all: boolean }) {
  const { t, i18n } = useTranslation(['attention', 'case'])
  return (
    <section className="max-w-5xl border-t border-line pt-4" aria-labelledby="notices">
      <div className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="notices" className="text-lg">
          {t(all ? 'attention:notices.all' : 'attention:notices.unread')}
        </h2>
        <DoorLink to={all ? '/attention' : '/attention?notices=all'} className="link text-sm">
          {t(all ? 'attention:notices.showUnread' : 'attention:notices.showAll')}
        </DoorLink>
        {notices.some(({ read }) => !read) && (
          <Form method="post" action="/attention">
            <FormMark />
            <Button small look="quiet">
              {t('attention:notices.readAll')}
            </Button>
          </Form>
        )}
      </div>
      {notices.length === 0 && <p className="text-sm text-muted">{t('attention:notices.none')}</p>}
      <ul className="divide-y divide-line text-sm">
        {notices.map((notice) => (
          <li key={notice.id} className="flex flex-wrap items-baseline gap-x-4 px-2 py-1.5">
            <DoorLink to={placeOf(notice.subject)} className={`link ${notice.read ? '' : 'font-medium'}`}>
              {String(t(`case:notices.${notice.name}` as never))}
            </DoorLink>
            {'number' in notice.subject && <span className="tabular-nums">{notice.subject.number}</span>}
            <span className="text-muted tabular-nums">{formatDay(notice.on, i18n.language)}</span>
            {notice.read && <span className="text-muted">{t('attention:notices.read')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const PLACES = { case: '/desk/cases', letter: '/handling/letters', typicalCase: '/newsroom' } as const
const placeOf = (subject: NoticeLine['subject']) => {
  if (subject.at === 'accounts') return '/accounts'
  return subject.at === 'oversight' ? '/oversight' : `${PLACES[subject.at]}/${subject.id}`
}
