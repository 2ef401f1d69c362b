import { useTranslation } from 'react-i18next'

const STATES = [
  'draft',
  'inReview',
  'approved',
  'published',
  'published.standing',
  'published.correctionProposed',
  'withdrawn',
] as const

/** A typical case's state in words, by its stored name. The names hold dots, so they are looked up whole. */
export function useStateWord(): (life: string) => string {
  const { t } = useTranslation('case')
  const words: Record<string, string> = t('typicalCase.states', { returnObjects: true })
  return (life) => words[STATES.find((state) => state === life) ?? 'draft'] ?? life
}

/** Whose turn it is: in hand, waiting for another, over. */
export const phaseOf = (life: string): 'waits' | 'moves' | 'over' =>
  life === 'draft' ? 'moves' : life === 'published.standing' || life === 'withdrawn' ? 'over' : 'waits'
