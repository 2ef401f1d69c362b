import * as regexp from 'eslint-plugin-regexp'
import ts from 'typescript-eslint'

/**
 * The rooms, and who may go where: one row per room, what it may NOT import, and why. Later rows replace earlier ones
 * for the same file. `tests/architecture/rooms.test.ts` plants a wrong import in each and sees it refused.
 */
const STORE = 'kysely|pg|graphile-worker'
const POLICY = '^(#(app|db|tests)/|node:|@remix-run|nodemailer|xstate'
export const ROOMS = [
  {
    files: ['app/**'],
    never: `^(#db/|#tests/|#workflows/(worker|vault|protection/(cipher|keys)|engine/(?!step|open|may|refusal|open-thread|start-typical-case|step-letter)|case/(?!events|names|texts|label|context)|typical-case/(?!events))|(${STORE}|nodemailer|xstate)(/|$))`,
    why: 'a door turns what people do into events: it reads through workflows/reading and writes through the engine',
  },
  ...[
    'front-desk',
    'follow-up',
    'desk',
    'quarantine',
    'handling',
    'newsroom',
    'register',
    'admin',
    'attention',
    'insights',
    'switchboard',
  ].map((door) => ({
    files: [`app/${door}/**`],
    never: `^(#db/|#tests/|#app/(?!${door}/|ui/|session/|http/|words/)|#workflows/(worker|vault|protection/(cipher|keys)|engine/(?!step|open|may|refusal|open-thread|start-typical-case|step-letter)|case/(?!events|names|texts|label|context)|typical-case/(?!events))|(${STORE}|nodemailer|xstate)(/|$))`,
    why: 'one door does not reach into another, nor past the engine',
  })),
  {
    files: ['app/{session,http}/**', 'app/root.tsx'],
    never: `^(#db/|#tests/|#app/(?!ui/|words/|session/|http/|styles)|#workflows/(worker|vault|sample-town/(?!data)|engine/(?!refusal)|channels)|(${STORE}|nodemailer|xstate)(/|$))`,
    why: 'who is asking, and how an answer becomes HTTP: no door, no database',
  },
  {
    files: ['app/ui/**', 'app/words/**'],
    never: '^(#db/|#workflows/|#tests/|#app/(?!ui/|words/)|.*\\.server(\\.|$))',
    why: 'ui only draws what it is given',
  },
  {
    files: ['app/server.ts', 'app/entry.server.tsx', 'app/console/**'],
    never:
      '^(#tests/|#db/(tables|read/(?!town)|write)|#app/(front-desk|follow-up|desk|handling|newsroom|register|admin|attention|insights|switchboard)/)',
    why: 'start-up and the command line put the house together; they own no rule',
  },
  {
    files: ['workflows/**'],
    never: '^(#app/|#tests/|#db/vault|@remix-run|react)',
    why: 'workflows know no HTTP',
  },
  {
    files: ['workflows/{case,typical-case}/**'],
    never: '^(#|node:|kysely|pg|nodemailer|@remix-run|react)',
    why: 'a machine is pure: xstate, zod and its own folder',
  },
  {
    files: [
      'workflows/{deadlines,assignment,templates}/**',
      'workflows/roles/**',
      'workflows/notices/{catalogue,by-channel}.ts',
      'workflows/notices/wording/**',
    ],
    never: `${POLICY}|#workflows/(engine|reading|worker|channels|settings-desk|house|protection))`,
    why: 'a policy is a pure catalogue: its data comes as arguments',
  },
  {
    files: [
      'workflows/protection/**',
      'workflows/notices/{mailer,mail-carrier,carrier}.ts',
      'workflows/notices/sms/**',
      'workflows/channels/{web,mailbox,hotline}/**',
    ],
    never: '^(#app/|#db/|#tests/|#workflows/(engine|reading|worker)|kysely|pg$)',
    why: 'speaks to its library, and knows neither rows nor pages',
  },
  {
    files: ['workflows/reading/**'],
    never: '^(#app/|#tests/|#db/(vault|write/(?!looks))|#workflows/(worker|vault|channels|settings-desk)|kysely|pg$)',
    why: 'the only way from ciphertext to text checks who asks, and changes nothing but the record of the look',
  },
  {
    files: ['workflows/engine/**'],
    never:
      '^(#app/|#tests/|#db/(tables|vault)|#workflows/(reading|worker|channels|notices/mailer|settings-desk)|nodemailer|pg$|graphile-worker)',
    why: 'inside a transaction there is SQL and nothing else',
  },
  {
    files: ['workflows/vault/**'],
    never: '^(#app/|#tests/|#db/(?!vault)|#workflows/(?!clock|roles/|protection/)|kysely|pg$)',
    why: 'the vault knows contacts and no case',
  },
  {
    files: ['db/**'],
    never: '^(#app/|#workflows/|#tests/|xstate|nodemailer|@remix-run|react)',
    why: 'the database knows rows, not rules',
  },
  {
    files: ['db/migrations/**'],
    never: '^(?!kysely$)',
    why: 'a migration is frozen in time: it imports kysely only',
  },
]

/**
 * What reads bytes from outside runs in the parser process: these libraries and readers are imported by it alone, and
 * everybody else calls `workflows/parsers/parsers.ts`. Types may be imported by all.
 */
const LIBRARIES =
  'read-excel-file|csv-parse|fflate|sharp|html-to-text|postal-mime|file-type|mammoth|exceljs|xlsx|jszip|unzipper|pdfjs-dist|ical\\.js|saxen|htmlparser2'
const READERS = {
  'workflows/imports': [
    'read-table',
    'read-workbook',
    'sheets-of-workbook',
    'bound-workbook',
    'read-markup',
    'delimited',
    'notice-file',
    'lines-of-ics',
  ],
  'workflows/channels/hotline': ['calls-in-file', 'calls-of-rows', 'ass', 'recognised', 'subtitles', 'sessions'],
  'workflows/channels/mailbox': [
    'read-mail',
    'repair-mail',
    'unpack',
    'mime-parts',
    'tnef',
    'calendar',
    'text-of-html',
    'which-half',
    'other-words',
  ],
  'workflows/channels/web': ['file-kind'],
  'workflows/parsers': ['catalogue', 'parser-process'],
}
const readers = Object.entries(READERS)
/** From any folder: by its full name, or by the folder it lies in. A bare `./catalogue.ts` may be another one. */
const READERS_BY_NAME = readers.flatMap(([folder, names]) => [
  `#${folder}/(${names.join('|')})\\.ts`,
  `\\./(.*/)?${folder.split('/').at(-1)}/(${names.join('|')})\\.ts`,
])
const APART = `(${LIBRARIES})(/|$)|(${READERS_BY_NAME.join('|')})$`
export const READ_APART = {
  why: 'what comes from outside is read in the parser process: workflows/parsers/parsers.ts',
  ignores: readers.flatMap(([folder, names]) => names.map((name) => `${folder}/${name}.ts`)),
  rows: [
    { files: ['app/**/*.{ts,tsx}', 'workflows/**/*.ts'], never: `^(${APART})` },
    // beside a reader, `./` is enough to name it
    ...readers.map(([folder, names]) => ({
      files: [`${folder}/*.ts`],
      never: `^(${APART}|\\./(${names.join('|')})\\.ts$)`,
    })),
  ],
}

const across = { regex: '^\\.\\./', message: 'across folders, import by #name' }
const clock = 'time comes from a Clock: workflows/clock.ts'
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
]
const noSqlClock = [
  {
    selector:
      'TemplateElement[value.raw=/\\bnow\\s*\\(\\s*\\)|\\b(current_date|current_timestamp|clock_timestamp|localtimestamp)\\b/i]',
    message: 'SQL never asks the time: pass it as a parameter',
  },
]
const noEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'the environment is read once, in workflows/settings.ts',
  },
]
export default [
  { ignores: ['build/**', 'node_modules/**', '.data/**', 'public/**', 'test-results/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: ts.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { ts: ts.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 300],
      'ts/no-explicit-any': 'error',
      'ts/ban-ts-comment': 'error',
      'no-console': 'error',
    },
  },
  {
    // whatever a text from outside says, no expression may take more than its share of time
    files: ['app/**/*.{ts,tsx}', 'workflows/**/*.ts', 'db/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
    },
  },
  { files: ['app/console/**', 'tests/**', 'app/server.ts', '*.ts'], rules: { 'no-console': 'off' } },
  ...ROOMS.map(({ files, never, why }) => ({
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: never, message: why }, across] }],
    },
  })),
  ...READ_APART.rows.map(({ files, never }) => ({
    files,
    ignores: READ_APART.ignores,
    rules: {
      'ts/no-restricted-imports': [
        'error',
        { patterns: [{ regex: never, message: READ_APART.why, allowTypeImports: true }] },
      ],
    },
  })),
  {
    files: ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['workflows/clock.ts', 'workflows/settings.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...noSqlClock, ...noEnvironment] },
  },
  {
    files: ['**/{util,utils,helper,helpers,misc,common,types,index,manager,service}.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'Program', message: 'name the file after what it holds' }] },
  },
]
