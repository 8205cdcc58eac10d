import { defineConfig } from 'vitest/config';

const shared = {
  globalSetup: ['test/support/global.ts'],
  setupFiles: ['test/support/leaks.ts', 'test/support/properties.ts'],
  sequence: { shuffle: true },
  testTimeout: 40_000,
  hookTimeout: 60_000,
};

// What decides and reads is pure: its tests share a worker, which saves loading everything anew.
const PURE = [
  'test/machines/**/*.test.ts',
  'test/mails/{read,human,machine,attack,malformed}.test.ts',
];

export default defineConfig({
  test: {
    ...shared,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE, isolate: false, globalSetup: [] },
      },
      {
        extends: true,
        test: { name: 'world', include: ['test/**/*.test.ts'], exclude: PURE },
      },
    ],
  },
});
