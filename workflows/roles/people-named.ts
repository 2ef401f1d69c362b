export type Nameable = { id: string; name: string; login: string }
/** `unknown`: the beginnings of what stands after an @ where nobody, or more than one, is called so. */
export type PeopleNamed = { people: Nameable[]; unknown: string[] }

/** An @ that begins a name: in a mail address a Latin letter stands before it. Chinese goes on without a space on either side. */
const NAMED = /(?<![\w.-])[@＠]([\p{L}\p{N}._-]+)/gu
const LOGIN = /^[\w.-]+/
/** Letters of what is not understood that are shown again: names are short. */
const SHOWN = 12

/** The people whom a text names as `@login` or `@name`, each once. */
export function peopleNamed(all: readonly Nameable[], text: string): PeopleNamed {
  const people: Nameable[] = []
  const unknown: string[] = []
  for (const [, said = ''] of text.matchAll(NAMED)) {
    const [person, another] = calledSo(all, said)
    if (!person || another) unknown.push(said.slice(0, SHOWN))
    else if (!people.includes(person)) people.push(person)
  }
  return { people, unknown: [...new Set(unknown)] }
}

/** By login where one stands there whole, else by the longest name that what was said begins with. */
function calledSo(all: readonly Nameable[], said: string): Nameable[] {
  const login = LOGIN.exec(said)?.[0]
    .toLowerCase()
    .replace(/(?<![.-])[.-]+$/, '')
  const byLogin = all.filter((person) => person.login === login)
  if (byLogin.length > 0) return byLogin
  const byName = all.filter(({ name }) => said.startsWith(name))
  const longest = Math.max(...byName.map(({ name }) => name.length))
  return byName.filter(({ name }) => name.length === longest)
}
