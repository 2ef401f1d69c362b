import { transform } from 'lightningcss'
import postcss from 'postcss'
import type { Plugin } from 'vite'

/** The oldest engine that draws these pages as they are meant: Chromium of January 2021, as in the web views of older phones. */
const OLDEST = { chrome: 88 << 16 }

/**
 * A browser that does not know cascade layers throws away everything in them. The layers stand in the sheet in the order in
 * which they count, so that without them later rules win just the same.
 */
export function forOldEngines(sheet: string): string {
  const root = postcss.parse(sheet)
  const layers = () => {
    let found = false
    root.walkAtRules('layer', (layer) => {
      found = true
      if (layer.nodes) layer.replaceWith(layer.nodes)
      else layer.remove()
    })
    return found
  }
  // one layer may stand in another
  while (layers());
  const code = Buffer.from(root.toString())
  return transform({ filename: 'styles.css', code, minify: true, targets: OLDEST }).code.toString()
}

/** The style sheets of the built site, for browsers of the last five years. */
export const oldEngines: Plugin = {
  name: 'old-engines',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = forOldEngines(String(file.source))
  },
}
