import { isAss, turnsOfAss } from '#workflows/channels/hotline/ass.ts'
import { speakersNamedIn } from '#workflows/channels/hotline/named-speakers.ts'
import { replaceSaidNumbers } from '#workflows/channels/hotline/said-numbers.ts'
import { isNumberedVoice, marksIn } from '#workflows/channels/hotline/speaker-marks.ts'
import { isSubtitles } from '#workflows/channels/hotline/subtitles.ts'
import { partsOfText, whoIs } from '#workflows/channels/hotline/turns-of-text.ts'
import { readDelimited } from '#workflows/imports/delimited.ts'
import { hasMarks, isMarkup, readMarkup } from '#workflows/imports/read-markup.ts'
import { sheetNotes } from '#workflows/imports/sheets-of-workbook.ts'
import type { Read } from './growth.ts'
import { xlsxOf } from './xlsx-of.ts'

/** Of `TEXT_FUNCTIONS`, those that read the words of calls, and tables. */
export const CALL_FUNCTIONS: Record<string, Read> = {
  'channels/hotline/ass isAss': (text) => isAss(text),
  'channels/hotline/ass turnsOfAss': (text) => turnsOfAss(`[Events]\nFormat: Name, Text\nDialogue: a,${text}`),
  'channels/hotline/named-speakers speakersNamedIn': (text) => speakersNamedIn(text),
  'channels/hotline/said-numbers replaceSaidNumbers': (text) => replaceSaidNumbers(text, () => ''),
  'channels/hotline/speaker-marks marksIn': (text) => marksIn(text, ['何田']),
  'channels/hotline/speaker-marks isNumberedVoice': (text) => isNumberedVoice(text),
  'channels/hotline/subtitles isSubtitles': (text) => isSubtitles(text),
  'channels/hotline/turns-of-text whoIs': (text) => whoIs(text),
  'channels/hotline/turns-of-text partsOfText': (text) => partsOfText(text),
  'imports/delimited readDelimited': (text) => readDelimited(text),
  'imports/read-markup isMarkup': (text) => isMarkup(text),
  'imports/read-markup hasMarks': (text) => hasMarks(text),
  'imports/read-markup readMarkup': (text) => readMarkup(`<table><tr><td>${text}</td></tr></table>`),
  'imports/sheets-of-workbook sheetNotes': (text) => sheetNotes(xlsxOf({ rows: text })),
}
