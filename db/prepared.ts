import pg from 'pg'

/** Begins a statement that is asked often and alike: each connection has it parsed once. */
export const PREPARED = '/* prepared */'

/** A connection that names the statements marked so, for the server to keep. Their texts must be few. */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>()

  override query(...asked: readonly unknown[]): never {
    const [text, values] = asked
    if (typeof text !== 'string' || !text.startsWith(PREPARED)) return Reflect.apply(super.query, this, asked) as never
    const name = this.#names.get(text) ?? `prepared ${this.#names.size}`
    this.#names.set(text, name)
    return super.query({ name, text, values: values as unknown[] }) as never
  }
}
