import { useEffect, useState } from 'react'

/** Whether the scripts of the page hear what is pressed. What only they could answer is not offered before. */
export function useAlive(): boolean {
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return isAlive
}
