import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { makeFormulasAlone } from '../bundling/sheets-code';
import { median } from './median';
import { against, asRatio, inMs, type Table } from './table';

const RUNS = 60;
const BUDGET = 2.5;
/** In KB; https://developers.google.com/apps-script gives no limit. */
const BUDGETS: readonly (readonly [what: string, files: () => readonly string[], gzipKilobytes: number | null])[] = [
  ['apps-script/Code.js', () => ['apps-script/Code.js'], null],
  ['excel-addin/functions.js', () => ['excel-addin/functions.js'], 70],
  ["Excel's panel, first paint", firstScripts, 130],
];

/**
 * What each formula in Sheets pays first: compiling and running `Code.js` in its own context. The baseline is a build
 * of the same functions without menu and panel.
 */
export async function benchStart(): Promise<Table> {
  const code = readFileSync('dist/apps-script/Code.js', 'utf8');
  const formulas = await makeFormulasAlone();
  let run = 0;
  // A different text each time: V8 caches what it has compiled, which a formula's server does not.
  const startMs = (source: string): number => {
    const begun = performance.now();
    new Script(`${source}\n//${(run += 1)}`).runInContext(createContext({}));
    return performance.now() - begun;
  };
  const times = Array.from({ length: RUNS }, () => ({
    empty: startMs(''),
    formulas: startMs(formulas),
    code: startMs(code),
  }));
  const alone = (name: 'formulas' | 'code'): number => median(times.map((time) => time[name] - time.empty));
  const ratio = alone('code') / alone('formulas');
  return {
    title: 'Google Sheets: the start of each formula',
    note: `Median of ${RUNS} alternating runs, each in a fresh context, less the time of an empty script.`,
    head: ['', 'time', 'ratio', 'budget'],
    rows: [
      ['the formulas alone', inMs(alone('formulas')), asRatio(1), ''],
      ['Code.js', inMs(alone('code')), asRatio(ratio), against(ratio, BUDGET, ' ×')],
    ],
  };
}

const KB = 1_024;

/** Sizes are exact and tested elsewhere; here they are only shown. */
export function showSizes(): Table {
  const rows = BUDGETS.map(([what, files, budget]) => {
    const contents = files().map((name) => readFileSync(`dist/${name}`));
    const bytes = contents.reduce((sum, { length }) => sum + length, 0);
    const packed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
    return [what, inKb(bytes), inKb(packed), budget === null ? '' : against(packed / KB, budget, ' KB gzip')];
  });
  return { title: 'Sizes', note: 'A KB is 1,024 bytes.', head: ['', 'bytes', 'gzip', 'budget'], rows };
}

const inKb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;

/** The scripts that Excel's page loads before the panel is painted. */
function firstScripts(): readonly string[] {
  const page = readFileSync('dist/excel-addin/taskpane.html', 'utf8');
  return [...page.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, name = '']) => `excel-addin/${name}`);
}
