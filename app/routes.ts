/** Contents page of the site: every address, grouped by door. */
import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Anyone: what this is, what came of others' reports. */
const register = [
  index('register/home.tsx'),
  route('about', 'register/about.tsx'),
  route('cases', 'register/cases.tsx'),
  route('cases/:slug', 'register/case.tsx'),
  route('cases.atom', 'register/feed.ts'),
  route('figures', 'register/figures.tsx'),
  route('look-backs', 'register/look-backs.tsx'),
  route('checkpoints.json', 'register/checkpoints.ts'),
  route('look-backs/:file', 'register/look-back-list.ts'),
]

/** Anyone who reports, and the holder of a receipt code. */
const reporting = [
  route('report', 'front-desk/report.tsx'),
  route('from-mail', 'front-desk/from-mail.tsx'),
  route('follow', 'follow-up/follow.tsx'),
]

/** Every officer: what waits for them now. */
const attention = [route('attention', 'attention/layout.tsx', [index('attention/attention.tsx')])]

/** The office: its queues and its cases. */
const desk = [
  route('desk', 'desk/layout.tsx', [
    index('desk/queue.tsx'),
    route('search', 'desk/search.tsx'),
    route('views', 'desk/views.tsx'),
    route('ledger', 'desk/ledger/page.tsx'),
    route('several', 'desk/several.tsx'),
    route('cases/:id', 'desk/case.tsx'),
    route('quarantine', 'quarantine/list.tsx'),
    route('quarantine/:id', 'quarantine/mail.tsx'),
  ]),
  route('desk/cases/:id/files/:file', 'desk/sealed-file.ts'),
  route('desk/ledger.csv', 'desk/ledger/as-csv.ts'),
  route('desk/ledger.xlsx', 'desk/ledger/as-xlsx.ts'),
  route('desk/cases/:id/open', 'desk/open-page.ts'),
]

/** Who takes calls, and takes in what other systems recorded of them. */
const switchboard = [
  route('switchboard', 'switchboard/layout.tsx', [
    index('switchboard/call.tsx'),
    route('transcripts', 'switchboard/transcripts.tsx'),
    route('transcripts/:id', 'switchboard/transcript.tsx'),
    route('answers', 'switchboard/answers.tsx'),
  ]),
  route('switchboard/transcripts/:id/refused.csv', 'switchboard/refused-file.ts'),
  route('switchboard/answers/file', 'switchboard/answers-file.ts'),
  route('api/hotline/calls', 'switchboard/push.ts'),
]

/** The units that were sent a letter. */
const handling = [
  route('handling', 'handling/layout.tsx', [
    index('handling/inbox.tsx'),
    route('letters/:letter', 'handling/letter.tsx'),
    route('letters/:letter/orders/:order', 'handling/order.tsx'),
  ]),
]

/** Who watches what is late, orders and refers. */
const oversight = [
  route('oversight', 'oversight/layout.tsx', [
    index('oversight/screen.tsx'),
    route('dates', 'oversight/dates.tsx'),
    route('orders', 'oversight/orders.tsx'),
    route('orders/:order', 'oversight/order.tsx'),
    route('referrals/:referral', 'oversight/referral.tsx'),
  ]),
]

/** Those who write typical cases, and those who answer for them. */
const newsroom = [
  route('newsroom', 'newsroom/layout.tsx', [
    index('newsroom/shelves.tsx'),
    route('new', 'newsroom/new.tsx'),
    route(':id', 'newsroom/typical-case.tsx'),
  ]),
]

/** Who keeps the house itself: units, people, rules, calendar. Never cases. */
const admin = [
  route('admin', 'admin/layout.tsx', [
    index('admin/overview.tsx'),
    route('units', 'admin/units.tsx'),
    route('units/new', 'admin/unit-new.tsx'),
    route('units/:id', 'admin/unit.tsx'),
    route('people', 'admin/people.tsx'),
    route('people/new', 'admin/person-new.tsx'),
    route('people/:id', 'admin/person.tsx'),
    route('people/:id/leave', 'admin/leave.tsx'),
    route('requests', 'admin/requests.tsx'),
    route('mail-domains', 'admin/mail-domains.tsx'),
    route('kinds', 'admin/kinds.tsx'),
    route('dates', 'admin/dates.tsx'),
    route('holidays', 'admin/holidays.tsx'),
    route('look-backs', 'admin/look-backs.tsx'),
    route('imports', 'admin/imports.tsx'),
    route('templates', 'admin/templates.tsx'),
    route('templates/new', 'admin/template-new.tsx'),
    route('templates/:id', 'admin/template.tsx'),
    route('record', 'admin/record.tsx'),
  ]),
  ...['units', 'people'].map((subject) =>
    route(`admin/imports/${subject}.xlsx`, 'admin/import-blank.ts', { id: `admin/blank-${subject}` }),
  ),
]

/** Who answers for the whole, and who proves the record. */
const insights = [
  route('insights', 'insights/layout.tsx', [
    index('insights/figures.tsx'),
    route('record', 'insights/find-case.tsx'),
    route('record/:number', 'insights/case-record.tsx'),
    route('looks', 'insights/looks.tsx'),
    route('proof', 'insights/proof.tsx'),
    route('settings', 'insights/settings.tsx'),
  ]),
]

/** Who is asking, and how they like to read. */
const session = [
  route('sign-in', 'session/sign-in.tsx'),
  route('sign-out', 'session/sign-out.ts'),
  route('doors', 'session/doors.tsx'),
  route('account', 'session/account.tsx'),
  route('calendar.ics', 'session/calendar.ts'),
  route('accounts', 'session/accounts.tsx'),
  route('enrol', 'session/enrol.tsx'),
  route('language', 'session/language.ts'),
  route('letter-size', 'session/letter-size.ts'),
]

/** For whatever has no page. */
const problems = [route('in-the-way/:name', 'http/in-the-way.tsx'), route('*', 'http/not-found.tsx')]

export default [
  ...register,
  ...reporting,
  ...attention,
  ...desk,
  ...switchboard,
  ...handling,
  ...oversight,
  ...newsroom,
  ...admin,
  ...insights,
  ...session,
  ...problems,
] satisfies RouteConfig
