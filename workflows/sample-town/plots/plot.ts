import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import type { Story } from '#workflows/sample-town/data/stories/story.ts'
import type { Turn, Wait } from '#workflows/sample-town/turn.ts'

/** What became of a story: its acts, the last of them `ago` (at least one working day, so that it is past). */
export type Plot = {
  story: Story
  ago: Wait
  turns: readonly Turn[]
  /** goes to the vault */
  contact?: string
  /** no human check was passed */
  slowLane?: true
}

/** `changed`: where the story is told to another end than its own. */
export const plot = (
  id: string,
  ago: Wait,
  turns: (story: Story) => readonly Turn[],
  { changed = {}, ...more }: Pick<Plot, 'contact' | 'slowLane'> & { changed?: Partial<Story> } = {},
): Plot => {
  const story = { ...storyOf(id), ...changed }
  return { story, ago, turns: turns(story), ...more }
}
