import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { medianMs } from './median';
import { against, inMs, type Table } from './table';

const RUNS = 60;
const BUDGET_MS = 5;
/** In KB; https://developers.google.com/apps-script gives no limit, the design does. */
const BUDGETS: readonly (readonly [file: string, kilobytes: number, isGzip: boolean])[] = [
  ['apps-script/Code.js', 80, false],
  ['excel-addin/functions.js', 25, true],
  ['excel-addin/taskpane.js', 80, true],
];

/**
 * What each formula pays in Sheets before anything else: compiling and running `Code.js` in a context of its own,
 * against an empty script in one.
 */
export function benchStart(): Table {
  const code = readFileSync('dist/apps-script/Code.js', 'utf8');
  let run = 0;
  // A text of its own each time: V8 remembers what it has compiled, and a formula's server does not.
  const evaluate = (source: string) => (): unknown =>
    new Script(`${source}\n//${(run += 1)}`).runInContext(createContext({}));
  const empty = medianMs(RUNS, evaluate(''));
  const bundle = medianMs(RUNS, evaluate(code));
  return {
    title: 'Google Sheets: the start of each formula',
    note: `Median of ${RUNS} runs, each in a fresh context.`,
    head: ['', 'time', 'budget'],
    rows: [
      ['an empty script', inMs(empty), ''],
      ['Code.js', inMs(bundle), ''],
      ['Code.js alone', inMs(bundle - empty), against(bundle - empty, BUDGET_MS, ' ms')],
    ],
  };
}

const KB = 1_024;

/** Bytes are exact and tested; here for reading. */
export function showSizes(): Table {
  const rows = BUDGETS.map(([name, budget, isGzip]) => {
    const bytes = readFileSync(`dist/${name}`);
    const packed = gzipSync(bytes).length;
    const counted = (isGzip ? packed : bytes.length) / KB;
    return [name, inKb(bytes.length), inKb(packed), against(counted, budget, isGzip ? ' KB gzip' : ' KB')];
  });
  return { title: 'Sizes', note: 'A KB is 1,024 bytes.', head: ['', 'bytes', 'gzip', 'budget'], rows };
}

const inKb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;
