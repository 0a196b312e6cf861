import { importedBy, withPreloads } from '../../bundling/preloads';

const imports = (kind: 'import-statement' | 'dynamic-import', ...paths: string[]) =>
  paths.map((path) => ({ kind, path }));
const output = { bytes: 1, inputs: {}, exports: [] };
const OUTPUTS = {
  'dist/main.js': { ...output, entryPoint: 'page-main.ts', imports: imports('import-statement', 'dist/main-A.js') },
  'dist/main-A.js': {
    ...output,
    imports: [...imports('import-statement', 'dist/main-B.js'), ...imports('dynamic-import', 'dist/main-C.js')],
  },
  'dist/main-B.js': { ...output, imports: [] },
  'dist/main-C.js': { ...output, imports: [] },
};

it('a page preloads what its script imports before it runs, also indirectly, and nothing that comes later', () => {
  const names = importedBy('page-main.ts', { outputs: OUTPUTS });
  expect(names).toEqual(['main.js', 'main-A.js', 'main-B.js']);
  expect(withPreloads('<head>\n  </head>', ['main-A.js'])).toBe(
    '<head>\n    <link rel="modulepreload" href="main-A.js" />\n  </head>',
  );
});

it('a script that was not built is no script without imports', () => {
  expect(() => importedBy('other.ts', { outputs: OUTPUTS })).toThrow('No script is made from other.ts');
});
