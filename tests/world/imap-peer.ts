import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { ImapTalk } from './imap-talk.ts'

/** One mail of a mailbox. */
export type Lying = { uid: number; raw: Buffer; flags: Set<string> }
export type Folder = { mails: Lying[]; validity: number; next: number }
/** `MOVE`, `IDLE`, `UIDPLUS`: what the server can besides what every server can. */
export type ImapSkills = ('MOVE' | 'IDLE' | 'UIDPLUS' | 'NAMESPACE')[]

export type ImapPeer = {
  url: string
  folders: Map<string, Folder>
  /** commands that were given, in order, without their tags */
  asked: string[]
  /** a mail arrives; whoever waits is told */
  deliver(raw: Buffer): void
  /** every connection ends without a word */
  cutAll(): void
  /** the numbers of the mails are given anew, as after a restored backup */
  renumber(): void
  /** answers NO to commands that begin so */
  refuse(beginning: string | null): void
  /** breaks the connection when it is given a command that begins so, once, before or after doing it */
  cutAt(beginning: string, when: 'before' | 'after'): void
  connections(): number
  close(): Promise<void>
}

/** A mailbox server of the tests on a port of its own: one account, `INBOX`, and what is made in it. RFC 3501, as far as it is asked. */
export async function imapPeer(skills: ImapSkills = ['MOVE', 'IDLE', 'UIDPLUS']): Promise<ImapPeer> {
  const folders = new Map<string, Folder>([['INBOX', { mails: [], validity: 1, next: 1 }]])
  const talks = new Map<Socket, ImapTalk>()
  const asked: string[] = []
  let refused: string | null = null
  let cut: { beginning: string; when: 'before' | 'after' } | null = null

  const server = createServer((socket) => {
    const talk = new ImapTalk(socket, folders, skills, (command) => {
      asked.push(command)
      if (refused && command.startsWith(refused)) return 'refuse'
      if (!cut || !command.startsWith(cut.beginning)) return 'do'
      const { when } = cut
      cut = null
      return when === 'before' ? 'cut' : 'do and cut'
    })
    talks.set(socket, talk)
    socket.on('error', () => {})
    socket.on('close', () => talks.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const cutAll = () => {
    for (const socket of talks.keys()) socket.destroy()
  }
  return {
    url: `imap://huiyin%40yunlan.example:secret@127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/INBOX`,
    folders,
    asked,
    deliver: (raw) => {
      const inbox = folders.get('INBOX')
      inbox?.mails.push({ uid: inbox.next++, raw, flags: new Set() })
      for (const talk of talks.values()) talk.tell()
    },
    cutAll,
    renumber: () => {
      const inbox = folders.get('INBOX')
      if (!inbox) return
      inbox.validity += 1
      inbox.mails.forEach((mail, at) => (mail.uid = 1000 + at))
      inbox.next = 1000 + inbox.mails.length
      cutAll()
    },
    refuse: (beginning) => {
      refused = beginning
    },
    cutAt: (beginning, when) => {
      cut = { beginning, when }
    },
    connections: () => talks.size,
    close: async () => {
      cutAll()
      server.close()
      await once(server, 'close')
    },
  }
}
