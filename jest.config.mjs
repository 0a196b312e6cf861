/** Packages that ship ES modules only; jest runs CommonJS, so they go through the same transform as our own files. */
const ES_MODULES = [
  '@hono/node-server',
  'hono',
  'simple-icons',
  'punycode',
  'marked',
  'p-limit',
  'yocto-queue',
  'd3-[a-z]+',
];

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testEnvironment: '<rootDir>/test/setup/node-environment.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFiles: ['<rootDir>/test/setup/fixed-seed.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/setup/quick-expect.cjs'],
  moduleNameMapper: { '^playwright-core$': '<rootDir>/test/setup/browser-driver.cjs' },
  transform: { '\\.(ts|tsx|mjs|js)$': '<rootDir>/test/esbuild-transform.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  // Nothing is measured by a test: a busy machine may be slow, and only what hangs fails.
  testTimeout: 600_000,
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
  cacheDirectory: '<rootDir>/.cache/jest',
};
