import { BEYOND_THE_ORDINARY } from './beyond-the-ordinary.ts'
import { CONDUCT_AND_EFFECT } from './conduct-and-effect.ts'
import { DOCUMENTS_AND_MEETINGS } from './documents-and-meetings.ts'
import { DUTIES } from './duties.ts'
import { FORMS_AND_FINGERTIPS } from './forms-and-fingertips.ts'
import { INSPECTION_AND_EVIDENCE } from './inspection-and-evidence.ts'
import type { Story } from './story.ts'

export const STORIES: readonly Story[] = [
  ...DOCUMENTS_AND_MEETINGS,
  ...INSPECTION_AND_EVIDENCE,
  ...FORMS_AND_FINGERTIPS,
  ...DUTIES,
  ...CONDUCT_AND_EFFECT,
  ...BEYOND_THE_ORDINARY,
]

/** The story with that id. Throws for an id that no story has. */
export function storyOf(id: string): Story {
  const story = STORIES.find((candidate) => candidate.id === id)
  if (!story) throw new Error(`no story ${id}`)
  return story
}
