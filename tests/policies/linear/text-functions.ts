import { aKey, someKeys } from './some-keys.ts'
import { isGivenAway } from '#workflows/assignment/leak.ts'
import { isOfOthers, officeWordsIn } from '#workflows/assignment/office-words.ts'
import { officersAccused } from '#workflows/assignment/officers-named.ts'
import { placeNamed } from '#workflows/assignment/place-named.ts'
import { unitsNamed } from '#workflows/assignment/recognise.ts'
import { quotesAnother, restsOn } from '#workflows/assignment/rests-on.ts'
import { isSpokenAgainst } from '#workflows/assignment/spoken-against.ts'
import { unitTyped } from '#workflows/assignment/unit-words.ts'
import { whomItAccuses, whomItGivesAway } from '#workflows/assignment/whom-it-accuses.ts'
import { saysWhoseDuty } from '#workflows/assignment/whose-duty.ts'
import { domainsAbove } from '#workflows/channels/answer-address.ts'
import { headingsMark } from '#workflows/channels/call-columns.ts'
import { plainOrder } from '#workflows/channels/hotline/call-mark.ts'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { callOfRow, headingsIn, knownMeanings, meaningOf } from '#workflows/channels/hotline/columns.ts'
import { dialogueOf } from '#workflows/channels/hotline/dialogue.ts'
import { leaveOut } from '#workflows/channels/hotline/leave-out.ts'
import { isPerson } from '#workflows/channels/hotline/names.ts'
import { orderNumber } from '#workflows/channels/hotline/order-number.ts'
import { sessionsOf } from '#workflows/channels/hotline/sessions.ts'
import { besideSpeaker } from '#workflows/channels/hotline/speaker-marks.ts'
import { turnsOfSubtitles } from '#workflows/channels/hotline/subtitles.ts'
import { speakerOf, turnsOfText } from '#workflows/channels/hotline/turns-of-text.ts'
import { secretsIn } from '#workflows/channels/hotline/unsaid.ts'
import { addedByMachine, footers } from '#workflows/channels/mailbox/added-by-machine.ts'
import { guessedBoundary } from '#workflows/channels/mailbox/boundaries.ts'
import { textOfCalendar } from '#workflows/channels/mailbox/calendar.ts'
import { cardLine, isOfAnother, isSentence } from '#workflows/channels/mailbox/card-lines.ts'
import { earlierMails } from '#workflows/channels/mailbox/earlier-mails.ts'
import {
  fieldAt,
  fieldsOf,
  fieldValue,
  nameOf,
  valuesByName,
  withField,
} from '#workflows/channels/mailbox/header-fields.ts'
import { mapiProperties } from '#workflows/channels/mailbox/mapi-properties.ts'
import { mimeParts } from '#workflows/channels/mailbox/mime-parts.ts'
import { ownWords } from '#workflows/channels/mailbox/own-words.ts'
import { rawWords } from '#workflows/channels/mailbox/raw-words.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { repairMail } from '#workflows/channels/mailbox/repair-mail.ts'
import { isUnreadable, repairWords } from '#workflows/channels/mailbox/repair-words.ts'
import { cardsAtTheEnd, signaturesByMark } from '#workflows/channels/mailbox/signatures.ts'
import { envelopeOf, signedContent } from '#workflows/channels/mailbox/signed-data.ts'
import { isBlank, isShort, type Kind, nextSaid } from '#workflows/channels/mailbox/stretch.ts'
import { isTooMuchHtml, textOfHtml } from '#workflows/channels/mailbox/text-of-html.ts'
import { readTnef } from '#workflows/channels/mailbox/tnef.ts'
import { decodedBody, quotedBytes, transferOf } from '#workflows/channels/mailbox/transfer-encodings.ts'
import { uuDecoded, uuFiles } from '#workflows/channels/mailbox/uuencoded.ts'
import { whichHalf } from '#workflows/channels/mailbox/which-half.ts'
import { wholeMail } from '#workflows/channels/mailbox/whole-mail.ts'
import { requestOf } from '#workflows/channels/second-thought.ts'
import { fileKind } from '#workflows/channels/web/file-kind.ts'
import { endingOf, isNameOfProgram } from '#workflows/channels/web/file-name.ts'
import { isScript } from '#workflows/channels/web/script-text.ts'
import { judgeWork } from '#workflows/channels/web/proof-of-work.ts'
import { shareOfEveryday } from '#workflows/charsets/everyday.ts'
import { looksLikeHz } from '#workflows/charsets/hz.ts'
import { composed, plainForm } from '#workflows/charsets/plain-form.ts'
import { plainText } from '#workflows/charsets/plain-text.ts'
import { isKnown, realCharset } from '#workflows/charsets/real-charset.ts'
import { linesOf } from '#workflows/imports/columns.ts'
import { linesOfIcs } from '#workflows/imports/lines-of-ics.ts'
import { textOfNoticeFile } from '#workflows/imports/notice-file.ts'
import { isWorkbook, readTable } from '#workflows/imports/read-table.ts'
import { isEmpty } from '#workflows/imports/table.ts'
import { slipMac, slipOneTimeSecret } from '#workflows/protection/enrolment.ts'
import { readLinkToken } from '#workflows/protection/link-token.ts'
import { findingsIn } from '#workflows/protection/outgoing-text.ts'
import { linksIn, mayOpen } from '#workflows/protection/find-receipts.ts'
import { identifyingNumbers } from '#workflows/protection/identifying-numbers.ts'
import { identifyingWords } from '#workflows/protection/identifying-words.ts'
import { quotesIn, reporterWords } from '#workflows/protection/quoted-words.ts'
import { viewsOf } from '#workflows/protection/text-views.ts'
import { digitsIn } from '#workflows/protection/written-digits.ts'
import { fold, indexTokens } from '#workflows/protection/blind-index.ts'
import { openText, sealText } from '#workflows/protection/cipher.ts'
import { openFormToken } from '#workflows/protection/form-token.ts'
import { guardPublication } from '#workflows/protection/guard-publication.ts'
import { isQuarter } from '#workflows/protection/look-back-sample.ts'
import { mailMark } from '#workflows/protection/mail-mark.ts'
import { maskReceipts } from '#workflows/protection/mask-receipts.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { checkOneTime, checkTwoInARow } from '#workflows/protection/one-time.ts'
import { isReceipt, readReceipt } from '#workflows/protection/receipt-code.ts'
import { openCookie } from '#workflows/protection/sealed-cookie.ts'
import { openSubmission } from '#workflows/protection/submission.ts'
import { PEOPLE } from '#workflows/sample-town/data/people.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import { z } from 'zod'
import type { Read } from './growth.ts'
import { docxOf } from './docx-of.ts'
import { xlsxOf } from './xlsx-of.ts'
import { CALL_FUNCTIONS } from './call-functions.ts'
import { MAIL_FUNCTIONS } from './mail-functions.ts'

const officers = PEOPLE.map(({ login, name, roles, unitCode }) => ({
  id: login,
  name,
  roles,
  unit_id: unitId(unitCode),
}))
const known = { units: UNITS, officers }
const lines = (text: string) => text.split('\n')
const kinds = (text: string): Kind[] => lines(text).map(() => 'own')
const fields = (text: string) => fieldsOf(text)
const cells = (text: string) => text.split(/[,\t]/)
const now = new Date(0)
const place = { table: 'report', column: 'body', row: 'x' }
/** A line takes a mail's reader ten times what it takes others: a quarter shows as much. */
const mail = (written: (text: string) => string) => (text: string) =>
  readMail(Buffer.from(written(text.slice(0, text.length >> 2))))
const partsOf = (text: string) =>
  [
    'Content-Type: multipart/alternative; boundary=b',
    ...['', '--b', 'Content-Type: text/plain; charset=utf-8', '', text],
    ...['', '--b', 'Content-Type: text/html; charset=utf-8', '', `<p>${text}</p>`, '--b--'],
  ].join('\n')
const row = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`
const tellers = (text: string) => [
  { report: 'a', words: text },
  { report: 'b', words: `${text}。` },
]

/** Each exported function that reads a text, as it is called with one; behind a colon, in which place. */
export const TEXT_FUNCTIONS: Record<string, Read> = {
  ...MAIL_FUNCTIONS,
  ...CALL_FUNCTIONS,
  'channels/answer-address domainsAbove': (text) => domainsAbove(text.slice(0, 320)),
  'channels/call-columns headingsMark': (text) => headingsMark(someKeys, cells(text)),
  'channels/hotline/call-mark plainOrder': (text) => plainOrder(text),
  'channels/hotline/calls-in-file callsInFile': (_, bytes) => callsInFile(bytes, 'calls.txt', async () => null),
  'channels/hotline/columns meaningOf': (text) => meaningOf(text),
  'channels/hotline/columns knownMeanings': (text) => knownMeanings(cells(text)),
  'channels/hotline/columns callOfRow': (text) => callOfRow([text, text], ['text', 'caller']),
  'channels/hotline/columns headingsIn': (text) => headingsIn(lines(text).map(cells)),
  'channels/hotline/dialogue dialogueOf': (text) => dialogueOf(text),
  'channels/hotline/leave-out leaveOut': (text) => leaveOut(text),
  'channels/hotline/names isPerson': (text) => isPerson(text),
  'channels/hotline/order-number orderNumber': (text) => orderNumber(text),
  'channels/hotline/sessions sessionsOf': (text) => sessionsOf(text),
  'channels/hotline/speaker-marks besideSpeaker': (text) => besideSpeaker(text, text),
  'channels/hotline/subtitles turnsOfSubtitles': (text) => turnsOfSubtitles(text),
  'channels/hotline/turns-of-text speakerOf': (text) => speakerOf(text),
  'channels/hotline/turns-of-text turnsOfText': (text) => turnsOfText(text),
  'channels/hotline/unsaid secretsIn': (text) => secretsIn('caller', [text]),
  'channels/mailbox/added-by-machine addedByMachine': (text) => addedByMachine(lines(text), kinds(text)),
  'channels/mailbox/added-by-machine footers': (text) => footers(lines(text), kinds(text)),
  'channels/mailbox/boundaries guessedBoundary': (_, bytes) => guessedBoundary(bytes, 0, () => false),
  'channels/mailbox/calendar textOfCalendar': (text) => textOfCalendar(text),
  'channels/mailbox/card-lines isOfAnother': (text) => isOfAnother(text),
  'channels/mailbox/card-lines isSentence': (text) => isSentence(text),
  'channels/mailbox/card-lines cardLine': (text) => cardLine(text),
  'channels/mailbox/earlier-mails earlierMails': (text) => earlierMails(lines(text), kinds(text)),
  'channels/mailbox/header-fields fieldsOf': (text) => fieldsOf(text),
  'channels/mailbox/header-fields fieldAt': (text) => fieldAt(fields(text), 'subject'),
  'channels/mailbox/header-fields nameOf': (text) => nameOf(text),
  'channels/mailbox/header-fields fieldValue': (text) => fieldValue(fields(text), 'subject'),
  'channels/mailbox/header-fields valuesByName': (text) =>
    valuesByName(lines(text.repeat(4)).map((value) => ({ key: 'a', value }))),
  'channels/mailbox/header-fields withField': (text) => withField(fields(text), 'subject', text),
  'channels/mailbox/mapi-properties mapiProperties': (_, bytes) => mapiProperties(bytes),
  'channels/mailbox/mime-parts mimeParts': (_, bytes) => mimeParts(bytes),
  'channels/mailbox/own-words ownWords': (text) => ownWords(text),
  'channels/mailbox/raw-words rawWords': (_, bytes) => rawWords(bytes, bytes.length),
  'channels/mailbox/read-mail readMail: a header': mail((text) => text),
  'channels/mailbox/read-mail readMail: a sender': mail((text) => `To: a@b.c\nFrom: ${text}\n\nx`),
  'channels/mailbox/read-mail readMail: a type': mail(
    (text) => `To: a@b.c\nContent-Type: text/plain; name=${text}\n\nx`,
  ),
  'channels/mailbox/read-mail readMail: plain text': mail((text) => `Subject: x\n\n${text}`),
  'channels/mailbox/read-mail readMail: a page': mail((text) => `Content-Type: text/html\n\n${text}`),
  'channels/mailbox/read-mail readMail: parts': mail(partsOf),
  'channels/mailbox/repair-mail repairMail': (_, bytes) => repairMail(bytes),
  'channels/mailbox/repair-words repairWords': (text) => repairWords(`Subject: ${text}`, text),
  'channels/mailbox/repair-words isUnreadable': (text) => isUnreadable(`Subject: ${text}`, text),
  'channels/mailbox/signatures signaturesByMark': (text) => signaturesByMark(lines(text), kinds(text)),
  'channels/mailbox/signatures cardsAtTheEnd': (text) => cardsAtTheEnd(lines(text), kinds(text)),
  'channels/mailbox/signed-data envelopeOf': (_, bytes) => envelopeOf(bytes),
  'channels/mailbox/signed-data signedContent': (_, bytes) => signedContent(bytes),
  'channels/mailbox/stretch isBlank': (text) => isBlank(text),
  'channels/mailbox/stretch isShort': (text) => isShort(text),
  'channels/mailbox/stretch nextSaid': (text) => nextSaid(lines(text), 0),
  'channels/mailbox/text-of-html isTooMuchHtml': (text) => isTooMuchHtml(text),
  'channels/mailbox/text-of-html textOfHtml': (text) => isTooMuchHtml(text) || textOfHtml(text),
  'channels/mailbox/tnef readTnef': (_, bytes) => readTnef(bytes),
  'channels/mailbox/transfer-encodings transferOf': (text, bytes) => transferOf(text, bytes),
  'channels/mailbox/transfer-encodings decodedBody': (_, bytes) => [
    decodedBody(bytes, 'base64'),
    decodedBody(bytes, 'quoted-printable'),
  ],
  'channels/mailbox/transfer-encodings quotedBytes': (text) => quotedBytes(text),
  'channels/mailbox/uuencoded uuDecoded': (_, bytes) => uuDecoded(bytes),
  'channels/mailbox/uuencoded uuFiles': (text) => uuFiles(text),
  'channels/mailbox/which-half whichHalf': (text) => whichHalf(text, `${text}。`),
  'channels/mailbox/which-half whichHalf: two that differ': (text) =>
    whichHalf(
      lines(text)
        .map((line) => `${line}乙`)
        .join('\n'),
      lines(text).join(''),
    ),
  'channels/mailbox/whole-mail wholeMail': (_, bytes) => wholeMail(bytes),
  'channels/second-thought requestOf': (text) => requestOf(text),
  'channels/web/file-kind fileKind': (name, bytes) => fileKind(bytes, name),
  'channels/web/file-name endingOf': (text) => endingOf(text),
  'channels/web/file-name isNameOfProgram': (text) => isNameOfProgram(text),
  'channels/web/script-text isScript': (text) => isScript(text),
  'channels/web/proof-of-work judgeWork': (text) => judgeWork(someKeys, text, now),
  'imports/columns linesOf': (text) => linesOf(lines(text).map(cells), 'units'),
  'imports/lines-of-ics linesOfIcs': (text) => linesOfIcs(text, 2027),
  'imports/notice-file textOfNoticeFile': (text, bytes) => [
    textOfNoticeFile(bytes, 2027),
    textOfNoticeFile(docxOf(text), 2027),
  ],
  'imports/read-table readTable: a table of text': (_, bytes) => readTable(bytes),
  'imports/read-table readTable: rows of a sheet': (text) => readTable(xlsxOf({ rows: text })),
  'imports/read-table readTable: a cell': (text) => readTable(xlsxOf({ rows: row(text) })),
  'imports/read-table readTable: shared strings': (text) => readTable(xlsxOf({ rows: row('a'), strings: text })),
  'imports/table isEmpty': (text) => isEmpty(cells(text)),
  'imports/read-table isWorkbook': (_, bytes) => isWorkbook(bytes),
  'assignment/leak isGivenAway': (text) => isGivenAway(text),
  'assignment/office-words officeWordsIn': (text) => officeWordsIn(text),
  'assignment/office-words isOfOthers': (text) =>
    isOfOthers(text, { start: text.length, end: text.length, word: '专班' }),
  'assignment/officers-named officersAccused': (text) => officersAccused(officers, text, () => true),
  'assignment/place-named placeNamed': (text) => placeNamed(UNITS, text),
  'assignment/recognise unitsNamed': (text) => unitsNamed(UNITS, text),
  'assignment/rests-on restsOn': (text) => restsOn(text, tellers(text)),
  'assignment/rests-on quotesAnother': (text) => quotesAnother(text, tellers(text), 'a'),
  'assignment/spoken-against isSpokenAgainst': (text) =>
    isSpokenAgainst(text, { start: text.length >> 1, end: (text.length >> 1) + 3 }),
  'assignment/unit-words unitTyped': (text) => unitTyped(UNITS, text),
  'assignment/whom-it-accuses whomItAccuses': (text) => whomItAccuses(known, text),
  'assignment/whom-it-accuses whomItGivesAway': (text) => whomItGivesAway(known, text),
  'assignment/whose-duty saysWhoseDuty': (text) => saysWhoseDuty(UNITS, '', text),
  'charsets/everyday shareOfEveryday': (text) => shareOfEveryday(text),
  'charsets/hz looksLikeHz': (_, bytes) => looksLikeHz(bytes),
  'charsets/plain-form composed': (text) => composed(text),
  'charsets/plain-form plainForm': (text) => plainForm(text),
  'charsets/plain-text plainText': (_, bytes) => plainText(bytes),
  'charsets/real-charset realCharset': (text, bytes) => realCharset(bytes, text),
  'charsets/real-charset isKnown': (text) => isKnown(text),
  'protection/blind-index indexTokens': (text) => indexTokens(someKeys, text.slice(0, text.length >> 2)),
  'protection/blind-index fold': (text) => fold(text),
  'protection/cipher sealText': (text) => openText(aKey, place, sealText(aKey, place, text)),
  'protection/form-token openFormToken': (text) => openFormToken(someKeys, 'x', text, now),
  'protection/guard-publication guardPublication': (text) => guardPublication(text),
  'protection/look-back-sample isQuarter': (text) => isQuarter(text),
  'protection/mail-mark mailMark': (_, bytes) => mailMark(someKeys, bytes),
  'protection/enrolment slipMac': (text) => slipMac(someKeys, text),
  'protection/enrolment slipOneTimeSecret': (text) => slipOneTimeSecret(someKeys, text),
  'protection/link-token readLinkToken': (text) => readLinkToken(text),
  'protection/find-receipts mayOpen': (text) => mayOpen(text),
  'protection/find-receipts linksIn': (text) => linksIn(text),
  'protection/text-views viewsOf': (text) => viewsOf(text),
  'protection/written-digits digitsIn': (text) => digitsIn(text),
  'protection/identifying-numbers identifyingNumbers': (text) => identifyingNumbers(text),
  'protection/identifying-words identifyingWords': (text) => identifyingWords(text),
  'protection/quoted-words reporterWords': (text) => reporterWords([text]),
  'protection/quoted-words quotesIn': (text) => quotesIn(text, reporterWords([text])),
  'protection/outgoing-text findingsIn': (text) => findingsIn(text, reporterWords([text])),
  'protection/mask-receipts maskReceipts': (text) => maskReceipts(text, mayOpen(text)),
  'protection/normal-text normalText': (text) => normalText(text),
  'protection/one-time checkOneTime': (text) => checkOneTime('JBSWY3DPEHPK3PXP', text, now, 0),
  'protection/one-time checkTwoInARow': (text) => checkTwoInARow('JBSWY3DPEHPK3PXP', text, now, 0),
  'protection/receipt-code isReceipt': (text) => isReceipt(text),
  'protection/receipt-code readReceipt': (text) => readReceipt(text),
  'protection/sealed-cookie openCookie': (text) => openCookie(someKeys, 'x', text, z.object({}), now),
  'protection/submission openSubmission': (text) => openSubmission(someKeys, text, now),
}
