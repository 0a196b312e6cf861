import { createContext, runInContext, type Context } from 'node:vm';
import { buildSync } from 'esbuild';

interface Script {
  onPage<T extends object>(name: string, make: () => T): T;
  noteFunctions(): void;
  hasOtherFunctions(): boolean;
}

/** A script of a page, built with functions of a version. */
function load(page: Context, version: string): Script {
  const { outputFiles } = buildSync({
    entryPoints: ['excel-addin/functions/on-page.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'script',
    define: { TRACE_FUNCTIONS_VERSION: JSON.stringify(version) },
    write: false,
  });
  return runInContext(`${outputFiles[0]!.text}; script`, page) as Script;
}

let page: Context;
beforeEach(() => {
  page = createContext({});
});

it('functions and panel of one version have one object in common', () => {
  const [functions, panel] = [load(page, 'new'), load(page, 'new')];
  functions.noteFunctions();
  const made = functions.onPage('spending', () => ({ pending: 3 }));
  expect(panel.onPage('spending', () => ({ pending: 0 }))).toBe(made);
  expect(panel.hasOtherFunctions()).toBe(false);
});

it('a panel that is newer than the functions takes nothing of theirs, and knows it', () => {
  const [functions, panel] = [load(page, 'old'), load(page, 'new')];
  functions.noteFunctions();
  functions.onPage('spending', () => ({ waiting: 3 }));
  expect(panel.onPage('spending', () => ({ pending: 0 }))).toEqual({ pending: 0 });
  expect(panel.hasOtherFunctions()).toBe(true);
});

it('a panel without functions has its own, and says nothing of versions', () => {
  expect(load(page, 'new').hasOtherFunctions()).toBe(false);
});
