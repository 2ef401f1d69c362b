import { boot } from '#app/console/boot.ts'

/** A house without pages, and worker processes of it that do nothing: to see what the process that serves needs to begin. */
if (process.argv[2] === 'worker') process.exit()
await boot(() => (_request, response) => response.end('here'))
