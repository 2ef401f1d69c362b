import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '#workflows/channels/file-name.ts'
import { FILE_LIMITS } from '#workflows/channels/report.ts'
import { box, plain, read } from './mailbox/put-together.ts'

test.each([
  ['2026/09/截图.png', '截图.png'],
  ['C:\\Users\\安某\\桌面\\截图.png', '截图.png'],
  ['file:///home/anmou/台账.xlsx', '台账.xlsx'],
  ['C%3A%5CUsers%5Canmou%5C台账.xlsx', '台账.xlsx'],
  ['..\\..\\通知.pdf', '通知.pdf'],
  ['/tmp/安某/', '安某'],
  ['报表;第2页=终稿.png', '报表;第2页=终稿.png'],
  [' 台账\n.txt ', '台账 .txt'],
  ['//', ''],
])('of %j the last piece is kept', (said, kept) => expect(fileName(said)).toBe(kept))

test('a name that is too long keeps its ending, and no name keeps a path', () => {
  expect(fileName(`${'长'.repeat(400)}.docx`)).toMatch(/^长+\.docx$/)
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('/', '\\', '%2F', '.png', '长'.repeat(150)))),
      (parts) => {
        const kept = fileName(parts.join(''))
        expect(kept).not.toMatch(/[\\/]/)
        expect(kept.length).toBeLessThanOrEqual(FILE_LIMITS.nameLength)
        expect(fileName(kept)).toBe(kept)
      },
    ),
  )
})

test('a mail brings no path', async () => {
  const file = 'Content-Type: image/png\nContent-Disposition: attachment; filename="C:\\\\Users\\\\安某\\\\图.png"\n\nx'
  expect((await read(box('mixed', plain('见图。'), file))).files).toEqual(['图.png'])
})
