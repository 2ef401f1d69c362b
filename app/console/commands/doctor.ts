import { type Command, Refusal } from '#app/console/command.ts'
import { lookIn } from '#app/console/look-in.ts'
import { noMore } from '#app/console/typed.ts'
import { readSettings } from '#workflows/settings.ts'
import { examine } from '#workflows/settings-desk/examine.ts'

/** Looks at keys, record, database, mail, SMS, clock, disk and calendar; refused where the house cannot work with one of them. Changes nothing. */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    const findings = await lookIn(readSettings(), examine)
    for (const { check, ok, says } of findings)
      say({ check, ok, says }, `${ok ? 'ok   ' : 'wrong'}  ${check.padEnd(9)} ${says}`)
    const wrong = findings.filter(({ ok }) => !ok).map(({ check }) => check)
    if (wrong.length > 0) throw new Refusal(`to be put right: ${wrong.join(', ')}`)
  },
}
