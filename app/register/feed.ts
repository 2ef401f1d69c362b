import { forAnyone } from '#app/session/who-may.server.ts'
import type { Settings } from '#workflows/settings.ts'
import { type PublishedEntry, latestPublished } from '#workflows/reading/register.ts'

const MOST = 20

/** The newest typical cases as an Atom feed: title, beginning, day. */
export const loader = forAnyone(async ({ house }) => {
  const entries = await latestPublished(house, MOST)
  return new Response(feed(house.settings, entries), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
})

function feed({ publicUrl: site, sampleTown }: Settings, entries: readonly PublishedEntry[]): string {
  const updated = atMidnight(entries[0]?.publishedOn ?? '1970-01-01')
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${escaped(site)}/cases</id>
  <title>回音 · 典型案例${sampleTown ? ' · 示例' : ''}</title>
  <updated>${updated}</updated>
  <author><name>回音</name></author>
  <link rel="self" href="${escaped(site)}/cases.atom"/>
  <link href="${escaped(site)}/cases"/>
${entries.map((entry) => item(site, entry)).join('\n')}
</feed>
`
}

const item = (site: string, { slug, title, beginning, publishedOn }: PublishedEntry) => `  <entry>
    <id>${escaped(site)}/cases/${escaped(slug)}</id>
    <title>${escaped(title)}</title>
    <updated>${atMidnight(publishedOn)}</updated>
    <link href="${escaped(site)}/cases/${escaped(slug)}"/>
    <summary>${escaped(beginning)}</summary>
  </entry>`

/** Only the day is known. */
const atMidnight = (day: string) => `${day}T00:00:00+08:00`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => ENTITIES[each] ?? each)
