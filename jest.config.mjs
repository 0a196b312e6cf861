/** Packages that are only published as ES modules. jest runs CommonJS, so they are transformed like our own files. */
const ES_MODULES = [
  '@hono/node-server',
  'hono',
  'simple-icons',
  'punycode',
  'marked',
  'p-limit',
  'yocto-queue',
  'cjk-regex',
  'regexp-util',
  'unicode-regex',
  'd3-[a-z]+',
];

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testEnvironment: '<rootDir>/test/setup/node-environment.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFiles: ['<rootDir>/test/setup/fixed-seed.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/setup/quick-expect.cjs'],
  moduleNameMapper: {
    '^playwright-core$': '<rootDir>/test/setup/browser-driver.cjs',
    '^typescript$': '<rootDir>/test/setup/compiler.cjs',
    '^@sinclair/typebox$': '<rootDir>/test/setup/schema-library.cjs',
  },
  transform: { '\\.(ts|tsx|mjs|js)$': '<rootDir>/test/esbuild-transform.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  // Tests do not measure time: a busy machine may be slow, and only a hang should fail.
  testTimeout: 600_000,
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
  cacheDirectory: '<rootDir>/.cache/jest',
};
