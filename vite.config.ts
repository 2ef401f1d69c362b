import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { declareWhoMay } from './app/session/declare-who-may.plugin.ts'

/** The server's one bundle starts at app/server.ts, which imports the pages: routes and server share every module. */
const oneServerBundle: Plugin = {
  name: 'one-server-bundle',
  config: (config, { isSsrBuild, command }) => {
    if (command === 'build' && isSsrBuild && config.build?.rollupOptions)
      config.build.rollupOptions.input = 'app/server.ts'
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
    declareWhoMay,
  ],
  build: { target: 'es2020', cssTarget: 'chrome99', assetsInlineLimit: 0, reportCompressedSize: false },
})
