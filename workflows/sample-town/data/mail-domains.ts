import { CITY_CODE } from './places.ts'

/** Domains of mailboxes that units of 云澜市 run themselves, with the unit's code; under the state's own all are. */
export const MAIL_DOMAINS: readonly (readonly [domain: string, code: string])[] = [
  ['yunlan-city.example', CITY_CODE],
  ['wangchuan.example', '990303'],
]
