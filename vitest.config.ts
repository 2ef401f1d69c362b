import { defineConfig } from 'vitest/config'

/** Folders of pure rules: they run without waiting for a database. */
const PURE = ['machine', 'policies', 'protection', 'architecture', 'desk', 'words'].map(
  (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
)
const JOURNEYS = ['tests/journeys/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'rules', include: PURE } },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PURE, ...JOURNEYS],
          globalSetup: 'tests/world/global-setup.ts',
        },
      },
      { extends: true, test: { name: 'journeys', include: JOURNEYS, globalSetup: 'tests/world/global-setup.ts' } },
    ],
  },
})
