/** Contents page of the words: one line per door. */
import { about } from './zh-CN/about.ts'
import { caseWords } from './zh-CN/case.ts'
import { home } from './zh-CN/home.ts'
import { http } from './zh-CN/http.ts'
import { session } from './zh-CN/session.ts'
import { site } from './zh-CN/site.ts'

export const zhCN = { about, case: caseWords, home, http, session, site }
