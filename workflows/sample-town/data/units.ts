import type { UnitNode } from '#workflows/assignment/answers.ts'
import { type Line, LINES } from './lines.ts'
import { CITY_CODE, COUNTIES, type County } from './places.ts'
import { unitId } from './unit-id.ts'

export const OFFICE_CODE = `${CITY_CODE}-mechanismOffice`
export const DISCIPLINE_CODE = `${CITY_CODE}-discipline`
export const AUDIT_CODE = `${CITY_CODE}-audit`

/** The whole unit tree of 云澜市, every unit after the ones it answers to. */
export const UNITS: readonly UnitNode[] = [
  node(CITY_CODE, '云澜市人民政府', 'government', 'city', {
    aliases: ['云澜市委', '云澜市政府', '云澜市委市政府', '市委市政府', '市委、市政府', '云澜市', '市委', '市政府'],
  }),
  node(OFFICE_CODE, '市级专项工作机制办公室', 'office', 'city', {
    territory: CITY_CODE,
    aliases: ['专项工作机制办公室', '市专项办', '专项办', '减负办', '整治形式主义为基层减负专项工作机制办公室'],
  }),
  node(DISCIPLINE_CODE, '市纪委监委', 'discipline', 'city', {
    territory: CITY_CODE,
    line: 'discipline',
    aliases: ['市纪委', '市监委', '市纪律检查委员会', '市纪检监察机关'],
  }),
  node(AUDIT_CODE, '市审计局', 'discipline', 'city', { territory: CITY_CODE, line: 'audit' }),
  ...LINES.map(({ code, city, cityAliases }) =>
    node(`${CITY_CODE}-${code}`, city, 'department', 'city', {
      territory: CITY_CODE,
      line: code,
      aliases: cityAliases,
    }),
  ),
  ...COUNTIES.flatMap(unitsOfCounty),
]

function unitsOfCounty(county: County): UnitNode[] {
  const zone = isZone(county)
  const short = county.name.replace(/^云澜/, '')
  const names = zone ? [county.name, short] : [county.name]
  const bodies = zone ? ['管委会', '党工委'] : ['委', '政府']
  return [
    node(county.code, zone ? `${county.name}管理委员会` : `${county.name}人民政府`, 'government', 'county', {
      territory: CITY_CODE,
      aliases: [...names, ...names.flatMap((name) => bodies.map((body) => `${name}${body}`))],
    }),
    ...LINES.flatMap((line) => departmentOf(county, line, names)),
    ...county.townships.flatMap(({ name, villages }, position) => {
      const code = `${county.code}${String(position + 1).padStart(3, '0')}`
      const seat = name.endsWith('街道') ? `${name}办事处` : `${name}人民政府`
      return [
        node(code, seat, 'government', 'township', { territory: county.code, aliases: [name, `${name}政府`] }),
        ...villages.map((village, at) =>
          node(
            `${code}${String(at + 1).padStart(3, '0')}`,
            `${village}${committeeOf(village)}`,
            'government',
            'village',
            {
              territory: code,
              aliases: [village],
            },
          ),
        ),
      ]
    }),
  ]
}

function departmentOf(
  county: County,
  { code, county: called, countyAliases }: Line,
  places: readonly string[],
): UnitNode[] {
  if (called === null) return []
  const zone = isZone(county)
  const inZone = (name: string) => (zone ? name.replace(/^委/, '党工委').replace(/^政府/, '管委会') : name)
  const names = places.flatMap((place) => [called, ...countyAliases].map((name) => `${place}${inZone(name)}`))
  const [name = '', ...aliases] = names
  return [
    node(`${county.code}-${code}`, name, 'department', 'county', {
      territory: county.code,
      above: `${CITY_CODE}-${code}`,
      line: code,
      aliases,
    }),
  ]
}

function isZone({ name }: County) {
  return name.endsWith('高新区')
}
function committeeOf(village: string) {
  return village.endsWith('社区') ? '居民委员会' : '村民委员会'
}

/** `territory` and `above` are codes: the government above, and the department above in the line of trade. */
function node(
  code: string,
  name: string,
  kind: UnitNode['kind'],
  level: UnitNode['level'],
  {
    territory,
    above,
    line,
    aliases,
  }: { territory?: string; above?: string; line?: string; aliases?: readonly string[] } = {},
): UnitNode {
  return {
    id: unitId(code),
    code,
    name,
    kind,
    level,
    territory_parent: territory === undefined ? null : unitId(territory),
    line_parent: above === undefined ? null : unitId(above),
    line: line ?? null,
    aliases: aliases ?? [],
    closed_on: null,
  }
}
