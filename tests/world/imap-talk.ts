import type { Socket } from 'node:net'
import type { Folder, ImapSkills, Lying } from './imap-peer.ts'

type Verdict = 'do' | 'refuse' | 'cut' | 'do and cut'

/** One connection of the test's mailbox server. */
export class ImapTalk {
  #heard = ''
  #selected: Folder | null = null
  /** how many mails the other side knows of */
  #known = 0
  #idling: string | null = null

  constructor(
    readonly socket: Socket,
    readonly folders: Map<string, Folder>,
    readonly skills: ImapSkills,
    readonly judge: (command: string) => Verdict,
  ) {
    this.#say(`* OK [CAPABILITY ${this.#capability()}] ready`)
    socket.on('data', (bytes) => {
      this.#heard += bytes.toString('latin1')
      for (let end = this.#heard.indexOf('\r\n'); end >= 0; end = this.#heard.indexOf('\r\n')) {
        const line = this.#heard.slice(0, end)
        this.#heard = this.#heard.slice(end + 2)
        this.#hear(line)
      }
    })
  }

  /** Says how many mails there are, to whoever idles. */
  tell(): void {
    if (this.#idling !== null) this.#news()
  }

  #capability = () => `IMAP4rev1 ${this.skills.join(' ')}`
  #say = (line: string) => void (this.socket.writable && this.socket.write(`${line}\r\n`, 'latin1'))
  #news() {
    if (!this.#selected || this.#selected.mails.length === this.#known) return
    this.#known = this.#selected.mails.length
    this.#say(`* ${this.#known} EXISTS`)
  }

  #hear(line: string): void {
    if (this.#idling !== null) {
      this.#say(`${this.#idling} OK idled`)
      this.#idling = null
      return
    }
    const [tag = '', ...words] = line.split(' ')
    const command = words.join(' ')
    const verdict = this.judge(command)
    if (verdict === 'cut') return void this.socket.destroy()
    if (verdict === 'refuse') return this.#say(`${tag} NO not now`)
    const answer = this.#do(command, tag)
    if (verdict === 'do and cut') return void this.socket.destroy()
    if (answer !== null) this.#say(`${tag} ${answer}`)
  }

  /** Does it, and answers with what stands behind the tag; null: nothing yet. */
  #do(command: string, tag: string): string | null {
    const [name = '', ...words] = command.toUpperCase().startsWith('UID ') ? joined(command) : command.split(' ')
    const rest = words.join(' ')
    switch (name.toUpperCase()) {
      case 'CAPABILITY':
        this.#say(`* CAPABILITY ${this.#capability()}`)
        return 'OK done'
      case 'LOGIN':
        return rest.includes('secret') ? 'OK come in' : 'NO [AUTHENTICATIONFAILED] no'
      case 'NAMESPACE':
        this.#say('* NAMESPACE (("INBOX." ".")) NIL NIL')
        return 'OK done'
      case 'NOOP':
        this.#news()
        return 'OK done'
      case 'LIST':
        // only what stands between the names of folders is asked for
        if (rest === '"" ""') {
          this.#say('* LIST (\\Noselect) "." ""')
          return 'OK done'
        }
        for (const folder of this.folders.keys()) this.#say(`* LIST () "." "${folder}"`)
        return 'OK done'
      case 'CREATE':
        if (this.folders.has(unquoted(rest))) return 'NO exists'
        this.folders.set(unquoted(rest), { mails: [], validity: 1, next: 1 })
        return 'OK made'
      case 'SELECT':
        return this.#select(unquoted(rest))
      case 'IDLE':
        this.#say('+ idling')
        this.#idling = tag
        this.#news()
        return null
      case 'LOGOUT':
        this.#say('* BYE')
        return 'OK bye'
      case 'SUBSCRIBE':
      case 'ID':
      case 'ENABLE':
        return 'OK done'
      case 'SEARCH':
      case 'UID SEARCH':
        this.#say(
          `* SEARCH ${this.#lying
            .filter(({ flags }) => !flags.has('\\Deleted'))
            .map(({ uid }) => uid)
            .join(' ')}`,
        )
        return 'OK done'
      case 'UID FETCH':
        return this.#fetch(rest)
      case 'UID MOVE':
        return this.skills.includes('MOVE') ? this.#copy(rest, true) : 'BAD unknown'
      case 'UID COPY':
        return this.#copy(rest, false)
      case 'UID STORE':
        for (const { flags } of this.#named(rest)) if (/\+FLAGS.*\\Deleted/i.test(rest)) flags.add('\\Deleted')
        return 'OK done'
      case 'EXPUNGE':
      case 'UID EXPUNGE':
        this.#remove(this.#lying.filter(({ flags }) => flags.has('\\Deleted')))
        return 'OK done'
      default:
        return 'BAD unknown'
    }
  }

  get #lying(): Lying[] {
    return this.#selected?.mails ?? []
  }
  /** The mails a set of numbers names. */
  #named(rest: string): Lying[] {
    const ranges = (rest.split(' ')[0] ?? '').split(',').map((range) => {
      const [from = '', to = from] = range.split(':')
      return [Number(from), to === '*' ? Number.POSITIVE_INFINITY : Number(to)] as const
    })
    return this.#lying.filter(({ uid }) => ranges.some(([from, to]) => uid >= from && uid <= to))
  }
  #select(name: string): string {
    const folder = this.folders.get(name)
    if (!folder) return 'NO there is none'
    this.#selected = folder
    this.#known = folder.mails.length
    this.#say(`* ${this.#known} EXISTS`)
    this.#say('* FLAGS (\\Seen \\Deleted)')
    this.#say(`* OK [UIDVALIDITY ${folder.validity}] valid`)
    this.#say(`* OK [UIDNEXT ${folder.next}] next`)
    return 'OK [READ-WRITE] open'
  }
  #fetch(rest: string): string {
    const part = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(rest)
    for (const mail of this.#named(rest)) {
      const number = this.#lying.indexOf(mail) + 1
      const size = /RFC822\.SIZE/i.test(rest) ? ` RFC822.SIZE ${mail.raw.length}` : ''
      const from = Number(part?.[1] ?? 0)
      const bytes = mail.raw.subarray(from, from + Number(part?.[2] ?? mail.raw.length))
      const body = part ? ` BODY[]${part[1] ? `<${from}>` : ''} {${bytes.length}}\r\n${bytes.toString('latin1')}` : ''
      this.#say(`* ${number} FETCH (UID ${mail.uid}${size}${body})`)
    }
    return 'OK fetched'
  }
  #copy(rest: string, move: boolean): string {
    const to = this.folders.get(unquoted(rest.slice(rest.indexOf(' ') + 1)))
    if (!to) return 'NO [TRYCREATE] there is none'
    const mails = this.#named(rest)
    for (const { raw } of mails) to.mails.push({ uid: to.next++, raw, flags: new Set() })
    if (move) this.#remove(mails)
    return 'OK done'
  }
  #remove(mails: readonly Lying[]): void {
    for (const mail of mails) {
      this.#say(`* ${this.#lying.indexOf(mail) + 1} EXPUNGE`)
      this.#lying.splice(this.#lying.indexOf(mail), 1)
    }
    this.#known = this.#lying.length
  }
}

const joined = (command: string): string[] => {
  const [uid = '', name = '', ...rest] = command.split(' ')
  return [`${uid} ${name}`, ...rest]
}
const unquoted = (name: string): string => name.replace(/^"(.*)"$/, '$1')
