import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patientServer } from '#app/http/patient-server.ts'
import { type Posted, readPosted } from '#app/http/uploads.ts'
import { slowClients } from '#tests/world/slow-clients.ts'

const MEGABYTE = 1024 * 1024
let server: Server
let url: string
/** What the server read of posts that came to an end. */
let came: Posted[]
beforeEach(async () => {
  came = []
  // as the report page reads what is posted to it
  server = patientServer(async (incoming, answer) => {
    if (incoming.method !== 'POST') return answer.end('x'.repeat(MEGABYTE))
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string])
    const posted = await readPosted(new Request('http://here/report', { method: 'POST', headers }), incoming)
    came.push(posted)
    answer.end(
      JSON.stringify({ text: posted.fields.get('text'), files: posted.files.map(({ bytes }) => bytes.length) }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/report`
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
})

async function report(photo?: number) {
  const form = new FormData()
  form.append('text', '每天填八张表')
  if (photo) form.append('files', new File([new Uint8Array(photo).fill(1)], 'a.jpg', { type: 'image/jpeg' }))
  const answer = await fetch(url, { method: 'POST', body: form })
  return answer.json()
}

test('while two hundred slow clients hang, a report is taken, and one with a photo', async () => {
  const slow = await slowClients(Number(new URL(url).port), 200)
  try {
    for (let sent = 0; sent < 3; sent += 1) {
      expect(await report()).toEqual({ text: '每天填八张表', files: [] })
      expect(await report(4 * MEGABYTE)).toEqual({ text: '每天填八张表', files: [4 * MEGABYTE] })
    }
    expect(slow.open()).toBeGreaterThan(150)
  } finally {
    slow.end()
  }
}, 60_000)

test('ten people send nine megabytes each at once: all are taken whole', async () => {
  const sent = await Promise.all(Array.from({ length: 10 }, () => report(9 * MEGABYTE)))
  expect(sent.map(({ files }) => files)).toEqual(Array(10).fill([9 * MEGABYTE]))
  expect(came.flatMap(({ problems }) => problems)).toEqual([])
}, 60_000)

test('a form of very many long fields is no way into the memory', async () => {
  const form = new FormData()
  for (let field = 0; field < 60; field += 1) form.append(`f${field}`, 'x'.repeat(100_000))
  form.append('files', new File([], ''))
  await fetch(url, { method: 'POST', body: form })
  expect([...(came[0]?.fields.values() ?? [])].join('').length).toBeLessThanOrEqual(1024 * 1024)
})
