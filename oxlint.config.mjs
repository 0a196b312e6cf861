import { defineConfig } from 'oxlint';

/** What the core must not use: a host, a timer, a clock, randomness, the network, the console. */
const HOST_GLOBALS = [
  'fetch',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'console',
  'process',
  'window',
  'document',
  'localStorage',
  'navigator',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'performance',
  'SpreadsheetApp',
  'UrlFetchApp',
  'PropertiesService',
  'CacheService',
  'LockService',
  'HtmlService',
  'Utilities',
  'Logger',
  'Office',
  'Excel',
  'CustomFunctions',
  'OfficeRuntime',
];

const DOORS_OF_ALL = ['formulas', 'panel', 'runs', 'ports'];
const HOST_DOORS = [...DOORS_OF_ALL, 'freeze', 'panel/page', 'panel/enrich', 'panel/explore', 'panel/lists'];

const ASK_FOR_IT = 'The core asks its host for the time and for chance (shared/client/ports.ts).';
const DOORS = 'Import a door of the core, and nothing behind it (ARCHITECTURE.md, "Borders").';
const OTHER_HOST = 'Hosts do not know each other; what both need belongs in shared.';
const NO_CHECK = 'Nothing imports check-api/: it is a program of its own.';
const CHECK_ALONE = 'The check of the API knows the core and nothing else, so that it says nothing of a stand-in.';
const NO_TESTS = 'Nothing imports test/, and nothing but the build imports docs/.';

/** Imports that bypass the doors of the core. @param doors those that are open, such as `panel/page` */
function pastDoors(...doors) {
  return { group: ['**/shared/**', ...doors.map((door) => `!**/shared/${door}`)], message: DOORS };
}

/** A host's imports: doors of the core, nothing of another host, nothing of the tests. @param doors further doors */
function border(files, others, ...doors) {
  return {
    files,
    excludeFiles: ['**/build.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            pastDoors(...HOST_DOORS, ...doors),
            { regex: `(^|/)(${others.join('|')})(/|$)`, message: OTHER_HOST },
            { regex: '(^|/)(test|docs)(/|$)', message: NO_TESTS },
            { regex: '(^|/)check-api(/|$)', message: NO_CHECK },
          ],
        },
      ],
    },
  };
}

export default defineConfig({
  ignorePatterns: ['node_modules/**', 'dist/**', '.cache/**', 'test/golden/**', 'test/fixtures/**'],
  plugins: ['eslint', 'typescript', 'unicorn', 'import'],
  jsPlugins: ['./lint-rules.mjs'],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  rules: {
    eqeqeq: 'error',
    'no-array-constructor': 'error',
    'no-console': 'error',
    'no-unused-expressions': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    'prefer-spread': 'error',
    'own/no-export-all': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-duplicate-enum-values': 'error',
    'typescript/no-empty-object-type': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-extra-non-null-assertion': 'error',
    'typescript/no-misused-new': 'error',
    'typescript/no-namespace': 'error',
    'typescript/no-non-null-asserted-optional-chain': 'error',
    'typescript/no-require-imports': 'error',
    'typescript/no-this-alias': 'error',
    'typescript/no-unnecessary-type-constraint': 'error',
    'typescript/no-unsafe-declaration-merging': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-wrapper-object-types': 'error',
    'typescript/prefer-as-const': 'error',
    'typescript/prefer-namespace-keyword': 'error',
    'typescript/triple-slash-reference': 'error',
    // The compiler finds other unused names with `noUnusedLocals` and `noUnusedParameters`, which every project sets.
    'unicorn/prefer-optional-catch-binding': 'error',
  },
  overrides: [
    { files: ['**/*.cjs'], rules: { 'typescript/no-require-imports': 'off' } },
    {
      files: [
        'shared/**/*.ts',
        'apps-script/**/*.ts',
        'excel-addin/**/*.ts',
        'sandbox/**/*.ts',
        'relay/**/*.ts',
        'check-api/**/*.ts',
        'docs/**/*.ts',
        'docs/**/*.tsx',
      ],
      excludeFiles: ['**/build.ts'],
      rules: {
        'typescript/no-floating-promises': 'error',
        'typescript/no-misused-promises': 'error',
        'typescript/only-throw-error': 'error',
        'typescript/switch-exhaustiveness-check': 'error',
      },
    },
    {
      files: ['shared/**/*.ts'],
      excludeFiles: ['shared/panel/**'],
      rules: {
        'no-restricted-globals': ['error', ...HOST_GLOBALS],
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: ASK_FOR_IT },
          { object: 'Date', property: 'now', message: ASK_FOR_IT },
        ],
        'own/no-current-date': 'error',
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: '(^|/)(apps-script|excel-addin|workbook|sandbox|relay)(/|$)',
                message: 'The core knows no host.',
              },
              { regex: '(^|/)(test|docs)(/|$)', message: NO_TESTS },
              { regex: '(^|/)check-api(/|$)', message: NO_CHECK },
            ],
          },
        ],
      },
    },
    border(['apps-script/**/*.ts'], ['excel-addin', 'workbook', 'sandbox', 'relay']),
    border(['excel-addin/**/*.ts'], ['apps-script', 'workbook', 'sandbox', 'relay']),
    border(['workbook/**/*.ts'], ['apps-script']),
    border(['relay/**/*.ts'], ['apps-script', 'excel-addin', 'workbook', 'sandbox'], 'api'),
    {
      files: ['check-api/**/*.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              pastDoors(...DOORS_OF_ALL, 'api'),
              { regex: '(^|/)(apps-script|excel-addin|workbook|sandbox|relay)(/|$)', message: CHECK_ALONE },
              { regex: '(^|/)(test|docs)(/|$)', message: NO_TESTS },
            ],
          },
        ],
      },
    },
    {
      files: ['docs/**/*.ts', 'docs/**/*.tsx', 'bundling/*.ts', 'releasing/*.ts', '**/build.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              pastDoors(...DOORS_OF_ALL, 'api', 'reference'),
              { regex: '(^|/)check-api(/|$)', message: NO_CHECK },
            ],
          },
        ],
      },
    },
    {
      files: ['sandbox/**/*.ts', 'bench/**/*.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          { patterns: [pastDoors(...DOORS_OF_ALL, 'api'), { regex: '(^|/)check-api(/|$)', message: NO_CHECK }] },
        ],
      },
    },
  ],
});
