import pg from 'pg'

/** Begins a statement that is asked often and alike: each connection has it parsed once. */
export const PREPARED = '/* prepared */'
/** Begins one that is prepared, and the last of its transaction. */
export const PREPARED_LAST = '/* prepared, last */'

/** What a transaction that goes along with its statements begins and ends with. */
const BEGIN = 'begin'
const COMMIT = 'commit'
const ROLLBACK = 'rollback'

/**
 * A connection that names the statements marked so, for the server to keep; their texts must be few. And one that waits
 * for no answer that says nothing: a transaction that begins by `begin` begins together with its first statement, and
 * ends together with the one marked as its last. Any other (`start transaction`) begins and ends by itself.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>()
  /** `along`: inside a transaction that began with its first statement; `over`: it ended with its last */
  #stands: 'apart' | 'along' | 'over' = 'apart'
  #begun: Promise<unknown> | null = null

  constructor(config?: pg.ClientConfig) {
    const piped: pg.ClientConfig & { pipeline: boolean } = { ...config, pipeline: true }
    super(piped)
  }

  override query(...asked: readonly unknown[]): never {
    const [text, values] = asked
    return (typeof text === 'string' ? this.#say(text, values, asked) : this.#ask(asked)) as never
  }

  #say(text: string, values: unknown, asked: readonly unknown[]): Promise<unknown> {
    if (text === BEGIN) return this.#begin()
    if (this.#stands === 'over') {
      this.#stands = 'apart'
      return text === COMMIT ? agreedTo(COMMIT) : Promise.reject(new Error('asked after the last of a transaction'))
    }
    if (text.startsWith(PREPARED_LAST) && this.#stands === 'along') return this.#last(text, values)
    if (text === COMMIT || text === ROLLBACK) this.#stands = 'apart'
    return this.#first(text.startsWith('/* prepared') ? this.#prepared(text, values) : this.#ask(asked))
  }

  /** Sent with what follows in the same turn; whether it was agreed to is said by the first statement. */
  #begin(): Promise<unknown> {
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    this.#begun = this.#ask([BEGIN])
    this.#begun.catch(() => {})
    this.#stands = 'along'
    return agreedTo(BEGIN)
  }

  #first(answer: Promise<unknown>): Promise<unknown> {
    const begun = this.#begun
    if (begun === null) return answer
    this.#begun = null
    return Promise.all([begun, answer]).then(([, result]) => result)
  }

  async #last(text: string, values: unknown): Promise<unknown> {
    const { stream } = this.connection
    stream.cork()
    // of a statement that fails the server keeps nothing, whatever it is told to do afterwards
    const both = Promise.all([this.#first(this.#prepared(text, values)), this.#ask([COMMIT])])
    stream.uncork()
    const [result] = await both
    this.#stands = 'over'
    return result
  }

  #prepared(text: string, values: unknown): Promise<unknown> {
    const name = this.#names.get(text) ?? `prepared ${this.#names.size}`
    this.#names.set(text, name)
    return this.#ask([{ name, text, values }])
  }

  #ask(asked: readonly unknown[]): Promise<unknown> {
    return Reflect.apply(super.query, this, asked) as Promise<unknown>
  }
}

/** As the server says it, where its word is awaited with another statement's. */
const agreedTo = async (command: string) => ({ command: command.toUpperCase(), rowCount: null, rows: [] })
