import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What the core may not know: a host, a timer, a clock, chance, the network, the console. */
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

const ASK_FOR_IT = 'The core asks its host for the time and for chance (shared/client/ports.ts).';
const COPIED = 'A script that is loaded later has a copy of what is exported (bundling/function-scripts.ts).';
const DOORS = 'Import a door of the core, and nothing behind it (ARCHITECTURE.md, "Borders").';
const OTHER_HOST = 'Hosts do not know each other; what both need belongs in shared.';
const NO_CHECK = 'Nothing imports check-api/: it is a program of its own.';
const CHECK_ALONE = 'The check of the API knows the core and nothing else, so that it says nothing of a stand-in.';
const NO_TESTS = 'Nothing imports test/, and nothing but the build imports docs/.';

/** The compiler's check of unused names allows this one. */
const NO_UNUSED_CATCH = {
  create(context) {
    return {
      CatchClause(node) {
        const isUsed = context.sourceCode.getDeclaredVariables(node).every(({ references }) => references.length > 0);
        if (!isUsed) context.report({ node, message: 'Leave the name out: `catch {`.' });
      },
    };
  },
};

/** What is imported past the doors of the core. @param doors those that are open, as `formulas|panel` */
function pastDoors(doors) {
  return { regex: `(^|/)shared/(?!(${doors})$)`, message: DOORS };
}

/** A host's imports: doors of the core, nothing of another host, nothing of the tests. @param doors more doors, as `|api` */
function border(files, others, doors = '') {
  return {
    files,
    ignores: ['**/build.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            pastDoors(`formulas|panel|runs|freeze|ports|panel/page|panel/enrich|panel/explore|panel/lists${doors}`),
            { regex: `(^|/)(${others.join('|')})(/|$)`, message: OTHER_HOST },
            { regex: '(^|/)(test|docs)(/|$)', message: NO_TESTS },
            { regex: '(^|/)check-api(/|$)', message: NO_CHECK },
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['dist/**', '.cache/**', 'node_modules/**', 'test/golden/**', 'test/fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { own: { rules: { 'no-unused-catch': NO_UNUSED_CATCH } } },
    rules: {
      // The compiler finds these with `noUnusedLocals` and `noUnusedParameters`, which every project has.
      '@typescript-eslint/no-unused-vars': 'off',
      'own/no-unused-catch': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Write the names out.' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
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
    ignores: ['**/build.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['shared/panel/**'],
    rules: {
      'no-restricted-globals': ['error', ...HOST_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: ASK_FOR_IT },
        { object: 'Date', property: 'now', message: ASK_FOR_IT },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Write the names out.' },
        { selector: 'ExportNamedDeclaration > VariableDeclaration[kind="let"]', message: COPIED },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: ASK_FOR_IT },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '(^|/)(apps-script|excel-addin|workbook|sandbox|relay)(/|$)', message: 'The core knows no host.' },
            { regex: '(^|/)(test|docs)(/|$)', message: NO_TESTS },
            { regex: '(^|/)check-api(/|$)', message: NO_CHECK },
          ],
        },
      ],
    },
  },
  border(['apps-script/**/*.ts'], ['excel-addin', 'workbook', 'sandbox', 'relay']),
  border(['excel-addin/**/*.ts'], ['apps-script', 'workbook', 'sandbox', 'relay'], '|rare-formulas'),
  border(['workbook/**/*.ts'], ['apps-script']),
  border(['relay/**/*.ts'], ['apps-script', 'excel-addin', 'workbook', 'sandbox'], '|api'),
  {
    files: ['check-api/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            pastDoors('formulas|panel|runs|ports|api'),
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
            pastDoors('formulas|panel|runs|ports|api|reference'),
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
        { patterns: [pastDoors('formulas|panel|runs|ports'), { regex: '(^|/)check-api(/|$)', message: NO_CHECK }] },
      ],
    },
  },
);
