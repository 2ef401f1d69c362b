/** The words that every officer's page may say. */
import { attention } from './zh-CN/attention.ts'
import { caseWords } from './zh-CN/case.ts'
import { http } from './zh-CN/http.ts'
import { keys } from './zh-CN/keys.ts'
import { session } from './zh-CN/session.ts'
import { site } from './zh-CN/site.ts'

export const zhCNOfficers = {
  attention,
  case: caseWords,
  http,
  keys,
  session,
  site,
}
