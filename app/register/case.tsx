import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { problem } from '#app/http/problem.ts'
import { forAnyone } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { type Published, readPublished } from '#workflows/reading/register.ts'

export const handle: PageHandle = {
  title: (t, shown) => {
    const page = shown as Published
    return page.kind === 'published' ? page.title : t('withdrawn.title', { ns: 'register' })
  },
}

/** What was taken back answers 410, with the remark in place of the text. */
export const loader = forAnyone(async ({ house, params }) => {
  const page = await readPublished(house, params.slug ?? '')
  if (!page) throw problem('404')
  return data(page, { status: page.kind === 'withdrawn' ? 410 : 200 })
})

export default function Case() {
  const { t, i18n } = useTranslation('register')
  const page = useLoaderData<typeof loader>()
  const day = (on: string) => formatDay(on, i18n.language)
  return (
    <PublicLayout here="/cases">
      <p className="mb-4 text-sm print:hidden">
        <a href="/cases" className="link">
          {t('back')}
        </a>
      </p>
      {page.kind === 'withdrawn' ? (
        <>
          <h1 className="text-xl">{t('withdrawn.title')}</h1>
          <Empty title={page.withdrawnOn ? t('withdrawn.on', { day: day(page.withdrawnOn) }) : t('withdrawn.title')}>
            <p>{t('withdrawn.remark', { remark: page.remark })}</p>
          </Empty>
        </>
      ) : (
        <article>
          <h1 className="text-xl" lang="zh-CN">
            {page.title}
          </h1>
          <p className="mt-1 mb-6 text-sm text-muted">
            {[
              t('published', { day: day(page.publishedOn) }),
              ...page.kinds.map(({ zh, en }) => (i18n.language === 'en' ? en : zh)),
            ].join(' · ')}
          </p>
          {page.corrections.length > 0 && (
            <Callout title={t('corrections')}>
              <ul>
                {page.corrections.map(({ remark, on }, at) => (
                  <li key={at}>{t('correctedOn', { day: day(on), remark })}</li>
                ))}
              </ul>
            </Callout>
          )}
          <div lang="zh-CN" className="leading-[1.8] whitespace-pre-line">
            {page.body}
          </div>
        </article>
      )}
    </PublicLayout>
  )
}
