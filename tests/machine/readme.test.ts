import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workflowsReadme } from '#app/console/workflows-readme.ts'

test('workflows/README.md says what the rules say (else: npm run draw)', () => {
  const written = readFileSync(new URL('../../workflows/README.md', import.meta.url), 'utf8')
  expect(written).toBe(workflowsReadme())
})
