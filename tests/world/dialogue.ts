import { once } from 'node:events'
import { connect } from 'node:net'

export type Dialogue = {
  /** sends a line (or many) and waits for the whole answer; empty when the other side ends without one */
  say(words: string): Promise<string>
  /** sends, and waits for nothing */
  send(words: string): Promise<void>
  /** the next whole answer */
  hear(): Promise<string>
  /** breaks the connection without a word */
  cut(): void
  ended: Promise<unknown>
}

/** A peer that speaks line by line to a mail server, after its greeting. */
export async function dialogue(port: number): Promise<Dialogue> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  let heard = ''
  let wake = () => {}
  let over = false
  socket.on('data', (bytes) => {
    heard += bytes.toString()
    wake()
  })
  socket.on('close', () => {
    over = true
    wake()
  })
  const ended = once(socket, 'close').catch(() => null)
  await once(socket, 'connect')
  const hear = async () => {
    for (;;) {
      // the last line of an answer has a blank behind its number
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard)
      if (whole) {
        heard = heard.slice(whole[0].length)
        return whole[0]
      }
      if (over) return ''
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const send = (words: string) => new Promise<void>((done) => socket.write(words, () => done()))
  await hear()
  return {
    hear,
    send,
    say: async (words) => {
      await send(`${words}\r\n`)
      return hear()
    },
    cut: () => void socket.destroy(),
    ended,
  }
}
