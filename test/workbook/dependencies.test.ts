import { build, type BuildOptions } from 'esbuild';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';

/** With `npm ci --omit=dev`, as README begins, only these are installed. */
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

it.each([
  ['npm start', 'workbook/main.ts', { platform: 'node', format: 'esm' }],
  ['the page', 'workbook/page-main.ts', {}],
  ['what the page loads first', 'workbook/before-functions.ts', {}],
  ['the functions', 'excel-addin/functions-main.ts', {}],
  ['the panel', 'excel-addin/taskpane-main.ts', { jsx: 'automatic', jsxImportSource: 'preact' }],
] as const)('%s imports nothing that only developers install', async (_what, entry, options) => {
  const packages = await importedPackages(entry, options);
  expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
});

it('npm start is seen to import the compiler of its page', async () => {
  const packages = await importedPackages('workbook/main.ts', { platform: 'node', format: 'esm' });
  expect(packages).toEqual(expect.arrayContaining(['esbuild', 'hono', 'marked']));
});

/** All modules that can be reached from this one, including lazily loaded ones. */
async function importedPackages(entry: string, options: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({
    ...options,
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    write: false,
    metafile: true,
    outdir: 'unwritten',
    logLevel: 'error',
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const external = imports.filter((each) => each.external === true).map(({ path }) => path);
  const isPackage = (path: string): boolean => !path.startsWith('node:') && !builtinModules.includes(path);
  return [...new Set(external.filter(isPackage).map(toPackage))].sort();
}

/** `@scope/name/file` is a file of `@scope/name`. */
function toPackage(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, path.startsWith('@') ? 2 : 1).join('/');
}
