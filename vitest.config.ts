import { defineConfig } from 'vitest/config'

/** Folders of pure rules: they run without waiting for a database. */
const PURE = ['machine', 'policies', 'protection', 'architecture', 'desk', 'words'].map(
  (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
)
/** Puts something else in place of a module. */
const ALONE = ['tests/audit/failing-encryption.test.ts']
const JOURNEYS = ['tests/journeys/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // nothing in the house lives in a module: files of one worker may share what they import
    isolate: false,
    setupFiles: 'tests/world/same-seed.ts',
    projects: [
      { extends: true, test: { name: 'rules', include: PURE } },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PURE, ...JOURNEYS, ...ALONE],
          globalSetup: 'tests/world/global-setup.ts',
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, isolate: true, globalSetup: 'tests/world/global-setup.ts' },
      },
      {
        extends: true,
        test: { name: 'journeys', include: JOURNEYS, isolate: true, globalSetup: 'tests/world/global-setup.ts' },
      },
    ],
  },
})
