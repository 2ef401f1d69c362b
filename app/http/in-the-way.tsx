import { forAnyone } from '#app/session/who-may.server.ts'
import { PROBLEMS, problem } from './problem.ts'

/** Draws the page of a problem met before any page was reached: the server asks for it in place of what was asked. */
export const loader = forAnyone(async ({ params }) => {
  throw problem(PROBLEMS.find((name) => name === params.name) ?? '404')
})

export default function InTheWay() {
  return null
}
