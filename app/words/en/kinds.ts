import type { kinds as zh } from '#app/words/zh-CN/kinds.ts'

export const kinds: typeof zh = {
  title: 'Kinds',
  lead: 'Codes stay. Names, procedure, complexity, lines and basis can change, for cases classified from then on.',
  done: '{{code}} is saved.',
  retired: 'retired',
  modes: { verifyFirst: 'Verified first', assignToVerify: 'Assigned to be verified' },
  cases: 'about {{count}} cases',
  linesHelp: 'Line codes, the usual one first, parted by commas: statistics, data.',
  means: 'A retired kind cannot be chosen any more; cases that have it keep it.',
  raise: 'One place up',
  retire: 'Retire',
  restore: 'Take back into use',
  fields: {
    name_zh: 'Chinese name',
    name_en: 'English name',
    mode: 'Procedure',
    complexity: 'Usual complexity',
    lines: 'Usual lines',
    basis_zh: 'Basis (Chinese)',
    basis_en: 'Basis (English)',
    retired: 'Retired',
  },
  problems: {
    missing: '“{{field}}” is missing',
    tooLong: '“{{field}}” is too long',
    wrong: '“{{field}}” is not written as it should be',
    needed: 'This kind cannot retire: what is out of scope needs its place',
  },
}
