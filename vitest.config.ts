import { fileURLToPath } from 'node:url';
import babel from '@rolldown/plugin-babel';
import { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

const RUN_FOLDER = 'tests/support/run-folder.ts';

/** One project per kind of test, so that `vitest run --project unit` is quick and `npm test` is everything. */
export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ['default', './tests/support/closing-line-reporter.ts'],
    // Two cores are what the smallest machine has; browsers and databases want theirs too.
    maxWorkers: 2,
    // A process for each file had taken twice the time for the small ones: each begins with loading the same modules.
    isolate: false,
    // What is waited for comes, or never does: a second is too little on a computer with other things to do.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'repo',
          include: ['tests/repo/**/*.test.ts'],
          globalSetup: ['tests/repo/prepare-types.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/support/jsdom-browser.ts'],
          // What watches a page goes on watching after its test: the next file would hear it.
          isolate: true,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        // As in `wxt.config.ts`: what is tested is what ships.
        plugins: [babel({ presets: [reactCompilerPreset()] })],
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/components/setup.ts'],
          // Several waits of up to 30 s each, on what the browsers beside them leave of two cores.
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/server/support/start-postgres.ts', RUN_FOLDER],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/build-extension.ts', RUN_FOLDER],
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // Two at a time took four fifths of the time, at three times the load: a test in twenty files timed out.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
