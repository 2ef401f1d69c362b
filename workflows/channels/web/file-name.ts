import { plainForm } from '#workflows/charsets/plain-form.ts'

/** Endings that a computer runs, or opens with something that runs what is in it. */
const RUNS = new Set(
  (
    'ade adp apk app appx application appref-ms asp aspx bash bat cgi chm class cmd com command cpl crx csh deb desktop dll dmg ' +
    'exe gadget hlp hta htm html htt inf ins iqy isp jar js jse jsp ksh lnk mad maf mam mht mhtml mjs msc msh msi msix msp mst ' +
    'ocx oxt php pif pkg pl pm ps1 ps1xml ps2 psc1 psd1 psm1 py pyc pyw rb reg rpm scf scpt scr sct search-ms settingcontent-ms ' +
    'sh shb shs slk svg swf sys theme url vb vbe vbs vxd webarchive webloc wiz ws wsc wsf wsh xbap xht xhtml xll xml xsl zsh ' +
    'docm dotm xlsm xltm xlam xlsb pptm potm ppam'
  ).split(' '),
)
/** Signs that turn the order of the letters around, or cannot be seen: a name with them is not what it looks like. */
const HIDING = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]/

/**
 * Whether a name says that the file runs: by its last ending, however it is written, or by a name made to look like
 * another. Windows drops dots, blanks and everything after a colon at the end; the ending that counts stands before them.
 */
export function isNameOfProgram(name: string): boolean {
  if (HIDING.test(name)) return true
  const plain = plainForm(name).toLowerCase()
  const [last = ''] = (plain.split(/[\\/]/).at(-1) ?? '').split(':')
  const ending = last
    .split('.')
    .slice(1)
    .map((piece) => piece.trim())
    .findLast((piece) => piece !== '')
  return RUNS.has(ending ?? '')
}

/** The ending by which a program finds out how to open a file. */
export const endingOf = (name: string): string => plainForm(name).trim().toLowerCase().split('.').slice(1).at(-1) ?? ''
