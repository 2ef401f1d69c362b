import type { Posted } from '#app/http/uploads.ts'
import { fileName } from '#workflows/channels/file-name.ts'
import { AGAIN } from './faults.ts'

/** The files that have to be chosen again, should this form be sent once more: those of this post, else those of the one before. */
export function namesToChoose({ files, problems, fields }: Posted): string[] {
  const sent = [...files.map(({ name }) => name), ...problems.map(({ file }) => file)].map(fileName)
  return [...new Set(sent.length > 0 ? sent : fields.getAll(AGAIN).map(fileName))]
}

/** Files that were there before while now there is none. Whoever was asked about them already means it. */
export const notAgain = (posted: Posted): string[] =>
  posted.fields.get('asked') || posted.files.length > 0 ? [] : namesToChoose(posted)
