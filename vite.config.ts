import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { oldEngines } from './app/old-engines.plugin.ts'
import { declareWhoMay } from './app/session/declare-who-may.plugin.ts'

/** The server's one bundle starts at app/server.ts, which imports the pages: routes and server share every module. */
const oneServerBundle: Plugin = {
  name: 'one-server-bundle',
  config: (config, { isSsrBuild, command }) => {
    if (command === 'build' && isSsrBuild && config.build?.rollupOptions)
      config.build.rollupOptions.input = 'app/server.ts'
  },
}

/** Few files instead of many small ones: each costs a request and its headers. What one door alone draws stays its own. */
const SHARED: readonly (readonly [string, RegExp])[] = [
  [
    'library',
    /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream|react-i18next|lucide-react|html-parse-stringify|void-elements)\//,
  ],
  [
    'look',
    /\/app\/(ui(?!\/(delivery-list|absence-|order-paper|paper))|http)\/|\/app\/session\/staff-|\/app\/words\/(locale|browser-words|fetch-words|word-sets)\.ts|\/(letter-phase|state-word|unit-groups|purposes)\.ts|\/workflows\/(roles|case)\/|preload-helper/,
  ],
  [
    'desk',
    /\/app\/desk\/(search-field|chip-fold|queue-views|queue-misread|use-narrowing-words|use-case-word|queue-address)|\/desk-phases\.ts/,
  ],
]
const fewFiles: Plugin = {
  name: 'few-files',
  config: (_config, { isSsrBuild, command }) => {
    if (command !== 'build' || isSsrBuild) return {}
    const manualChunks = (file: string) => SHARED.find(([, holds]) => holds.test(file))?.[0]
    return { build: { rollupOptions: { output: { manualChunks } } } }
  },
}

/** Beside each file for browsers its copy by brotli at its best, which takes too long while somebody waits. */
const packedBeside: Plugin = {
  name: 'packed-beside',
  writeBundle({ dir }, bundle) {
    if (!dir?.endsWith('client')) return
    for (const name of Object.keys(bundle))
      if (/\.(js|css)$/.test(name))
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(readFileSync(join(dir, name))))
  },
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    oneServerBundle,
    fewFiles,
    oldEngines,
    packedBeside,
    declareWhoMay,
  ],
  build: { target: 'es2020', cssTarget: 'chrome88', assetsInlineLimit: 0, reportCompressedSize: false },
})
