import { expect, test } from 'vitest'
import { fileKind } from '#workflows/channels/web/file-kind.ts'

const TEXT = Buffer.from('三个系统报同一份表，每周五下午都要填。')

test.each([
  '清理.vbs',
  '运行.ps1',
  '设置.reg',
  '通知.html',
  '通知.hta',
  '安装.bat',
  '链接.url',
  '填报.js',
  '会议纪要.pdf.js',
  '会议纪要.PDF.JS',
  '会议纪要.js. ',
  '会议纪要.js::$DATA',
  '会议纪要．ｊｓ',
  '会议纪要\u202efdp.js',
  '会议纪要\u202etxt.exe',
  '图\u200b片.txt',
  '报表.xlsm',
  '图.svg',
])('a file called %j is refused, whatever is in it', async (name) => {
  expect(await fileKind(TEXT, name)).toBeNull()
})

test.each([
  '<html><body>通知</body></html>',
  '\ufeff  <!DOCTYPE html>\n<title>通知</title>',
  '会议通知\n<script>alert(1)</script>',
  '@echo off\r\ndel /q c:\\',
  'Windows Registry Editor Version 5.00\r\n',
  '[InternetShortcut]\r\nURL=http://a.example',
  'Set s = CreateObject("WScript.Shell")\r\ns.Run "calc"',
  '#!/bin/sh\nrm -r /',
  '说明\npowershell -nop -w hidden -enc AAAA',
  '<?xml version="1.0"?><job><script language="VBScript"/></job>',
])('a script that is called a text is refused: %j', async (text) => {
  expect(await fileKind(Buffer.from(text), '会议通知.txt')).toBeNull()
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('\ufeff', ''), 'utf16le')])
  expect(await fileKind(wide, '会议通知.txt')).toBeNull()
})

test.each([
  ['值班表.txt', '张三 8:00—20:00\n李四 20:00—8:00'],
  ['第3.5版 说明', '请安装 App 并每天打卡，截图发群。'],
  ['聊天记录.csv', '时间,人,内容\n8:00,群主,收到请回复'],
  ['code.txt', 'echo 系统要求每天登录，remember to sign in'],
])('a text stays a text: %s', async (name, text) => {
  expect(await fileKind(Buffer.from(text), name)).toBe('text/plain')
})

/** The old container of Office as it is told by file-type, and the names of its streams. */
const container = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
    Buffer.alloc(512),
  ])

test.each([
  ['通知.doc', container('Root Entry', 'WordDocument'), 'application/msword'],
  ['通知.wps', container('Root Entry', 'WordDocument'), 'application/vnd.ms-works'],
  ['台账.xls', container('Root Entry', 'Workbook'), 'application/vnd.ms-excel'],
  [
    '录音.mp3',
    Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'), Buffer.from('fffb9064', 'hex'), Buffer.alloc(600)]),
    'audio/mpeg',
  ],
  ['录音.amr', Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(64)]), 'audio/amr'],
  [
    '录音.m4a',
    Buffer.concat([Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom', 'latin1'), Buffer.alloc(64)]),
    'audio/x-m4a',
  ],
  [
    '录像.mp4',
    Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(64)]),
    'video/mp4',
  ],
])('%s is taken and kept', async (name, bytes, type) => {
  expect(await fileKind(bytes, name)).toBe(type)
})

test('an installer, and a document with macros, lie in the same container and are refused', async () => {
  expect(await fileKind(container('Root Entry', '!_StringData'), '通知.doc')).toBeNull()
  expect(await fileKind(container('Root Entry', 'WordDocument', '_VBA_PROJECT'), '通知.doc')).toBeNull()
  expect(await fileKind(container('Root Entry', 'WordDocument'), '通知.msi')).toBeNull()
})
