import { EventEmitter } from 'node:events'
import type { Server, Socket } from 'node:net'
import { expect, test } from 'vitest'
import { keepPlaces } from '#workflows/protection/places.ts'

/** A server with three places, and clients over whose connections so many bytes came. */
function threePlaces() {
  const server = new EventEmitter()
  let now = 0
  const ended: string[] = []
  const refused: string[] = []
  const names = new Map<unknown, string>()
  keepPlaces(server as unknown as Server, 3, {
    now: () => now,
    refuse: (socket) => void refused.push(names.get(socket) ?? ''),
  })
  const comes = (name: string, bytesRead: number) => {
    const socket = Object.assign(new EventEmitter(), {
      bytesRead,
      destroy: () => socket.emit('close', ended.push(name)),
    })
    names.set(socket, name)
    server.emit('connection', socket as unknown as Socket)
    return socket
  }
  return { comes, ended, refused, pass: (seconds: number) => (now += seconds * 1000) }
}

test('whoever comes to a full house has a place, and the one over whose connection least came has none', () => {
  const { comes, ended, refused, pass } = threePlaces()
  comes('a photo', 5_000_000)
  comes('silent', 0)
  comes('a page', 900)
  pass(10)
  comes('honest', 500)
  expect([ended, refused]).toEqual([['silent'], []])
  comes('next', 500)
  expect(ended).toEqual(['silent', 'a page'])
})

test('nobody is judged who has just come: then the newcomer is told', () => {
  const { comes, ended, refused, pass } = threePlaces()
  for (const name of ['one', 'two', 'three', 'four']) comes(name, 0)
  expect([ended, refused]).toEqual([[], ['four']])
  pass(3)
  comes('five', 0)
  expect(ended.length).toBe(1)
})

test('a connection that ended takes no place', () => {
  const { comes, ended, pass } = threePlaces()
  const gone = [comes('one', 0), comes('two', 0)]
  pass(5)
  for (const socket of gone) socket.emit('close')
  for (const name of ['three', 'four', 'five']) comes(name, 10)
  expect(ended).toEqual([])
})
