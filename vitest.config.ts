import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    // Both of two cores: half of a run waits for processes, files and browsers.
    maxWorkers: 2,
    // Files share what they import, which is a quarter of the time; no test changes a module.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['tests/support/temporary.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/faults/**', 'tests/old-browsers/**', 'tests/**/fixtures/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000
        }
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          // Of the faults the few that every run goes through; all of them by npm run test:faults.
          include: ['tests/browser/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/temporary.ts', 'tests/browser/support/served-page.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      },
      {
        extends: true,
        test: {
          name: 'old-browsers',
          environment: 'node',
          // By npm run test:browsers alone, which fetches the browsers first.
          include: ['tests/old-browsers/**/*.test.ts'],
          globalSetup: ['tests/support/temporary.ts', 'tests/browser/support/served-page.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
})
