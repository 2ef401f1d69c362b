import { useState } from 'react'

/**
 * What a form was drawn from: it is drawn anew once a change is stored, and stays as it is while one is `refused`, so
 * that nothing is lost that somebody types while the page loads how it stands now.
 */
export function useHeld<Value>(now: Value, refused: boolean): Value {
  const [held, hold] = useState(now)
  if (!refused && held !== now) hold(now)
  return refused ? held : now
}
