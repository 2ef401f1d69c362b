import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Where text from outside is read. */
export const FOLDERS = ['channels', 'imports', 'assignment', 'charsets', 'protection'].map(
  (name) => `workflows/${name}`,
)

/** Types by which words or bytes come in. */
const TEXT = /^(readonly )?(string|Buffer|Uint8Array)(\[\])*( \| (null|undefined))*$/

/** Every exported function of these folders that takes a text, as `file name`. */
export function exportedTextFunctions(): string[] {
  return FOLDERS.flatMap(sourcesIn).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
    const short = file.replace('workflows/', '').replace('.ts', '')
    return source.statements.flatMap((statement) =>
      isExported(statement) ? functionsIn(statement, source).map((name) => `${short} ${name}`) : [],
    )
  })
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesIn(path)
    return path.endsWith('.ts') ? [path] : []
  })

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

function functionsIn(statement: ts.Statement, source: ts.SourceFile): string[] {
  const takesText = ({ parameters }: ts.SignatureDeclaration) =>
    parameters.some(({ type }) => type !== undefined && TEXT.test(type.getText(source)))
  if (ts.isFunctionDeclaration(statement)) return takesText(statement) ? [statement.name?.text ?? ''] : []
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && ts.isArrowFunction(initializer) && takesText(initializer) ? [name.getText(source)] : [],
  )
}
