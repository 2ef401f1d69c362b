import { readReceipt } from './receipt-code.ts'

/** Twenty digits in a row, as people paste them: half or full width, with spaces and dashes between. */
const RUN = /(?<![0-9０-９])[0-9０-９](?:[\s\p{Pd}\u2212]{0,3}[0-9０-９]){19}(?![0-9０-９])/gu

/** Stands where a receipt code was: whoever reads the text must not be able to open the thread. */
export const MASK = '〔查询码已隐去〕'

/** The codes that a text holds, by their check digit, in the 20 digits in which they are looked up. */
export const receiptsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(RUN)].map(([run]) => readReceipt(run)).filter((code) => code !== null)),
]

/** The text with these codes masked, however they were written; every other number stays. */
export const maskReceipts = (text: string, codes: readonly string[]): string =>
  codes.length === 0
    ? text
    : text.replace(RUN, (run) => {
        const code = readReceipt(run)
        return code !== null && codes.includes(code) ? MASK : run
      })
