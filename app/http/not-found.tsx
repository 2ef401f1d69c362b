import { forAnyone } from '#app/session/who-may.server.ts'
import { problem } from './problem.ts'

const nothingHere = async () => {
  throw problem('404')
}

export const loader = forAnyone(nothingHere)
export const action = forAnyone(nothingHere)

export default function NotFound() {
  return null
}
