import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

/** A file of each room, what it may not import, and something it may. */
const PLANTED: [file: string, wrong: string[], right: string][] = [
  [
    'app/front-desk/report.tsx',
    [
      '#db/read/cases.ts',
      'kysely',
      'pg',
      'xstate',
      'nodemailer',
      '#app/desk/case.tsx',
      '#workflows/protection/cipher.ts',
      '#workflows/worker/main.ts',
      '#workflows/vault/seal.ts',
      '#workflows/engine/case-procedure.ts',
    ],
    '#workflows/channels/accept.ts',
  ],
  [
    'app/follow-up/thread.tsx',
    ['#app/front-desk/report.tsx', '#db/write/cases.ts', '#workflows/case/machine.ts'],
    '#workflows/reading/thread.ts',
  ],
  ['app/desk/case.tsx', ['#app/handling/letter.tsx', '#db/connection.ts'], '#workflows/engine/step.ts'],
  ['app/handling/letter.tsx', ['#app/desk/case.tsx', '#db/read/letters.ts'], '#workflows/reading/letter-page.ts'],
  ['app/newsroom/draft.tsx', ['#app/register/cases.tsx', '#db/read/typical-cases.ts'], '#app/ui/button.tsx'],
  [
    'app/register/cases.tsx',
    ['#app/newsroom/draft.tsx', '#workflows/protection/keys.ts'],
    '#workflows/reading/register.ts',
  ],
  [
    'app/insights/proof.tsx',
    ['#app/desk/case.tsx', '#app/admin/record.tsx', '#db/read/journal.ts', '#workflows/worker/main.ts'],
    '#workflows/reading/case-record.ts',
  ],
  ['app/admin/units.tsx', ['#app/desk/case.tsx', '#db/read/units.ts'], '#workflows/reading/house-standing.ts'],
  [
    'app/session/sign-in.tsx',
    ['#app/desk/case.tsx', '#db/read/staff.ts', '#workflows/worker/main.ts'],
    '#app/ui/field.tsx',
  ],
  ['app/http/headers.ts', ['#app/desk/case.tsx', '#workflows/engine/step.ts', 'pg'], '#workflows/engine/refusal.ts'],
  [
    'app/ui/button.tsx',
    ['#workflows/clock.ts', '#db/tables.ts', '#app/session/sign-in.tsx', './who.server.ts'],
    '#app/words/locale.ts',
  ],
  ['app/console/boot.ts', ['#db/write/cases.ts', '#db/tables.ts', '#app/desk/case.tsx'], '#db/embedded.ts'],
  [
    'workflows/worker/main.ts',
    ['#app/root.tsx', '#db/vault/contacts.ts', 'react', '@remix-run/node'],
    'graphile-worker',
  ],
  ['workflows/case/machine.ts', ['#workflows/clock.ts', 'node:crypto', 'kysely'], 'xstate'],
  ['workflows/typical-case/machine.ts', ['#workflows/case/machine.ts', 'pg'], 'zod'],
  [
    'workflows/deadlines/catalogue.ts',
    ['#db/read/units.ts', 'node:fs', '#workflows/engine/step.ts'],
    '#workflows/clock.ts',
  ],
  ['app/attention/attention.tsx', ['#app/desk/case.tsx', '#db/read/attention.ts'], '#workflows/reading/figures.ts'],
  ['workflows/templates/blanks.ts', ['#db/read/units.ts', '#workflows/reading/known.ts'], '#workflows/case/names.ts'],
  ['workflows/assignment/propose.ts', ['#db/read/units.ts', '#workflows/reading/known.ts'], '#workflows/clock.ts'],
  ['workflows/protection/cipher.ts', ['#db/read/cases.ts', '#workflows/engine/step.ts', 'kysely'], 'node:crypto'],
  [
    'workflows/reading/known.ts',
    ['#db/write/cases.ts', '#workflows/worker/main.ts', 'kysely', '#db/vault/contacts.ts'],
    '#db/write/looks.ts',
  ],
  [
    'workflows/engine/step.ts',
    ['#workflows/reading/known.ts', '#db/tables/case.ts', 'nodemailer', 'pg', '#workflows/notices/mailer.ts'],
    '#db/write/cases.ts',
  ],
  ['workflows/vault/seal.ts', ['#db/read/cases.ts', '#workflows/engine/step.ts'], 'sodium-native'],
  ['db/read/cases.ts', ['#workflows/clock.ts', '#app/root.tsx', 'xstate'], 'kysely'],
  ['db/migrations/20261122000100_units.ts', ['#db/tables.ts', 'pg', './other.ts'], 'kysely'],
]

const eslint = new ESLint()
const messagesOf = async (filePath: string, code: string) =>
  (await eslint.lintText(code, { filePath }))[0]?.messages.map(({ ruleId }) => ruleId) ?? []

describe.each(PLANTED)('%s', (file, wrong, right) => {
  test.each(wrong)('may not import %s', async (source) => {
    expect(await messagesOf(file, `import '${source}'\n`)).toContain('no-restricted-imports')
  })
  test(`may import ${right}, and nothing by ../`, async () => {
    expect(await messagesOf(file, `import '${right}'\n`)).not.toContain('no-restricted-imports')
    expect(await messagesOf(file, `import '../elsewhere.ts'\n`)).toContain('no-restricted-imports')
  })
})

/** Read in the web process or the worker, it would take the house down with it. */
const READERS_PLANTED: [file: string, wrong: string[]][] = [
  [
    'app/admin/imports.tsx',
    [
      'read-excel-file/node',
      'csv-parse/sync',
      'fflate',
      'sharp',
      'html-to-text',
      'postal-mime',
      'file-type',
      '#workflows/imports/read-table.ts',
      '#workflows/imports/notice-file.ts',
      '#workflows/channels/hotline/calls-in-file.ts',
      '#workflows/channels/web/file-kind.ts',
      '#workflows/parsers/catalogue.ts',
    ],
  ],
  ['workflows/settings-desk/imports.ts', ['#workflows/imports/read-table.ts', 'csv-parse']],
  ['workflows/channels/take-mail.ts', ['./mailbox/read-mail.ts', './mailbox/text-of-html.ts', 'postal-mime']],
  ['workflows/channels/pushed-call.ts', ['./hotline/sessions.ts']],
  ['workflows/channels/mailbox/report-of-mail.ts', ['#workflows/channels/web/file-kind.ts', './read-mail.ts']],
  ['workflows/parsers/parse-apart.ts', ['./catalogue.ts']],
  ['workflows/imports/table.ts', ['./read-table.ts', './read-workbook.ts', './notice-file.ts']],
  [
    'workflows/channels/hotline/calls-apart.ts',
    ['./calls-in-file.ts', './subtitles.ts', '#workflows/parsers/catalogue.ts'],
  ],
  ['workflows/clock.ts', ['./parsers/catalogue.ts', './channels/mailbox/read-mail.ts']],
]
const PARSED_HERE = 'ts/no-restricted-imports'

describe.each(READERS_PLANTED)('what comes from outside is not read in %s', (file, wrong) => {
  test.each(wrong)('may not import %s, but may know its types', async (source) => {
    expect(await messagesOf(file, `import '${source}'\n`)).toContain(PARSED_HERE)
    expect(await messagesOf(file, `import type { One } from '${source}'\n`)).not.toContain(PARSED_HERE)
  })
})

test('the readers themselves may', async () => {
  expect(await messagesOf('workflows/imports/read-table.ts', `import 'csv-parse/sync'\n`)).toEqual([])
  expect(await messagesOf('workflows/parsers/catalogue.ts', `import './read-mail.ts'\n`)).toEqual([])
})

test.each([
  ['workflows/deadlines/ladder.ts', './catalogue.ts'],
  ['workflows/engine/known-rules.ts', './calendar.ts'],
  ['workflows/notices/by-channel.ts', './catalogue.ts'],
  ['workflows/channels/hotline/calls-apart.ts', './calendar.ts'],
  ['workflows/parsers/parse-apart.ts', './sessions.ts'],
])('in %s, a file of its own folder is no reader because it is called %s', async (file, source) => {
  expect(await messagesOf(file, `import '${source}'\n`)).not.toContain(PARSED_HERE)
})

test.each([
  ['the clock', 'workflows/engine/step.ts', 'export const now = new Date()\n'],
  ['the clock', 'app/desk/case.tsx', 'export const now = Date.now()\n'],
  ['the clock of the database', 'db/read/cases.ts', 'export const late = `select now()`\n'],
  [
    'the clock of the database',
    'db/migrations/20261122000100_units.ts',
    'export const late = `default current_date`\n',
  ],
  ['the environment', 'workflows/log.ts', 'export const level = process.env.LOG_LEVEL\n'],
])('nobody reads %s for themselves (%s)', async (_what, file, code) => {
  expect(await messagesOf(file, code)).toContain('no-restricted-syntax')
})

test.each(['app/http/utils.ts', 'workflows/engine/helpers.ts', 'db/types.ts', 'app/ui/index.ts'])(
  'no file is called %s',
  async (file) => {
    expect(await messagesOf(file, 'export const one = 1\n')).toContain('no-restricted-syntax')
  },
)
