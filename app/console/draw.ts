/** `npm run draw`: writes workflows/README.md. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { workflowsReadme } from './workflows-readme.ts'

const file = fileURLToPath(new URL('../../workflows/README.md', import.meta.url))
writeFileSync(file, workflowsReadme())
console.log('workflows/README.md is drawn')
