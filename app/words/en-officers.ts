import { attention } from './en/attention.ts'
import { caseWords } from './en/case.ts'
import { http } from './en/http.ts'
import { keys } from './en/keys.ts'
import { session } from './en/session.ts'
import { site } from './en/site.ts'
import type { zhCNOfficers } from './zh-CN-officers.ts'

/** The same doors and keys as in Chinese: a missing one does not compile. */
export const enOfficers: typeof zhCNOfficers = {
  attention,
  case: caseWords,
  http,
  keys,
  session,
  site,
}
