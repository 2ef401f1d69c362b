import { zipSync } from 'fflate'

/** A Word document whose one part holds exactly this. */
export const docxOf = (xml: string): Buffer =>
  Buffer.from(zipSync({ 'word/document.xml': [new TextEncoder().encode(xml), { level: 0 }] }))
