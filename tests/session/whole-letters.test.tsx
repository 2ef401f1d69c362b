import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withoutZeroBytes } from '#app/http/without-zero-bytes.ts'

const TYPED = '打完还要截图，再填一张表。'.repeat(4)
/** A page of 1 700 letters of one byte and `before` more, and then a text that somebody typed. */
const drawn = (before: number, body: PassThrough | ReturnType<typeof withoutZeroBytes>) =>
  new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <form>
        <p>{'a'.repeat(600)}</p>
        <p>{'a'.repeat(600)}</p>
        <p>{'a'.repeat(500)}</p>
        <p>{'a'.repeat(before)}</p>
        <textarea defaultValue={TYPED} />
      </form>,
      {
        onAllReady: () => {
          resolve(text(pipe(body)))
        },
        onError: reject,
      },
    )
  })
const places = Array.from({ length: 300 }, (_, at) => at)

test('what was typed comes back letter by letter, wherever in the page it stands', async () => {
  for (const place of places) {
    const page = await drawn(place, withoutZeroBytes())
    expect(page, `after ${place} letters`).toContain(TYPED)
    expect(page).not.toContain('\0')
  }
})

test('without that a letter is torn somewhere: this is worth asking', async () => {
  const pages = await Promise.all(places.map((place) => drawn(place, new PassThrough())))
  expect(pages.some((page) => page.includes('\0'))).toBe(true)
})
