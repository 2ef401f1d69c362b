import { relative } from 'node:path'
import type { Plugin } from 'vite'

const WRAPPERS = ['forAnyone', 'forReporter', 'forStaff']
const SOURCE = '#app/session/who-may.server.ts'

type Node = { type: string; [field: string]: unknown }
type Named = { name: string }

/**
 * Fails the build when a page's loader or action does not say who may call it: each must be written
 * `export const loader = forStaff([...], …)` (or forAnyone, forReporter), imported from the session.
 */
export const declareWhoMay: Plugin = {
  name: 'declare-who-may',
  enforce: 'post',
  transform(code, id) {
    const file = relative(process.cwd(), id.split('?')[0] ?? id)
    if (!file.startsWith('app/') || id.includes('?') || !/\b(loader|action)\b|\bexport \*/.test(code)) return
    const body = this.parse(code).body as unknown as Node[]
    if (body.some(({ type }) => type === 'ExportAllDeclaration'))
      this.error(`${file}: export * hides what is exported: name it`)
    const wrappers = wrappersIn(body)
    for (const { name, declaredBy } of guardedExports(body))
      if (!declaredBy || !wrappers.has(declaredBy))
        this.error(
          `${file}: ${name} does not say who may call it: export const ${name} = forStaff([…], …) from ${SOURCE}`,
        )
  },
}

/** What the wrappers are called in this file. */
function wrappersIn(body: Node[]): Set<string> {
  const names = new Set<string>()
  for (const node of body) {
    if (node.type !== 'ImportDeclaration' || !isWrapperSource((node.source as { value: string }).value)) continue
    for (const specifier of node.specifiers as { imported?: Named; local: Named }[])
      if (specifier.imported && WRAPPERS.includes(specifier.imported.name)) names.add(specifier.local.name)
  }
  return names
}

const isWrapperSource = (source: string) =>
  source === SOURCE || source.endsWith('/session/who-may.server.ts') || source === './who-may.server.ts'

type Guarded = { name: string; declaredBy: string | null }

/** Every export called loader or action, with the function whose call made it, if one did. */
function guardedExports(body: Node[]): Guarded[] {
  const found: Guarded[] = []
  for (const node of body) {
    if (node.type !== 'ExportNamedDeclaration') continue
    const declaration = node.declaration as Node | null
    for (const { exported } of (node.specifiers ?? []) as { exported: Named }[])
      if (isGuarded(exported.name))
        found.push({ name: exported.name, declaredBy: calledFor(body, node, exported.name) })
    if (declaration?.type === 'FunctionDeclaration' && isGuarded((declaration.id as Named).name))
      found.push({ name: (declaration.id as Named).name, declaredBy: null })
    if (declaration?.type === 'VariableDeclaration')
      for (const { id, init } of declaration.declarations as { id: Named & { type: string }; init: Node | null }[])
        if (isGuarded(id.name) || id.type !== 'Identifier')
          found.push({ name: id.name ?? 'a pattern', declaredBy: id.type === 'Identifier' ? calleeOf(init) : null })
  }
  return found
}

const isGuarded = (name: string) => name === 'loader' || name === 'action'

const calleeOf = (init: Node | null): string | null =>
  init?.type === 'CallExpression' && (init.callee as Node).type === 'Identifier'
    ? (init.callee as unknown as Named).name
    : null

/** `export { loader }` of a local const; from another file it is never taken: the page itself must say it. */
function calledFor(body: Node[], node: Node, exported: string): string | null {
  const specifier = (node.specifiers as { local: Named; exported: Named }[]).find(
    (one) => one.exported.name === exported,
  )
  if (node.source || !specifier) return null
  for (const { type, declarations } of body as (Node & { declarations?: { id: Named; init: Node | null }[] })[])
    if (type === 'VariableDeclaration')
      for (const { id, init } of declarations ?? []) if (id.name === specifier.local.name) return calleeOf(init)
  return null
}
