import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { medianMs } from './median';

const RUNS = 60;

/**
 * What each formula pays in Sheets before anything else: compiling and running `Code.js` in a context of its own,
 * against an empty script in one. Budget: 5 ms.
 */
export function benchStart(): void {
  const code = readFileSync('dist/apps-script/Code.js', 'utf8');
  let run = 0;
  // A text of its own each time: V8 remembers what it has compiled, and a formula's server does not.
  const evaluate = (source: string) => (): unknown =>
    new Script(`${source}\n//${(run += 1)}`).runInContext(createContext({}));
  const empty = medianMs(RUNS, evaluate(''));
  const bundle = medianMs(RUNS, evaluate(code));
  print([
    ['start of a Sheets formula', 'median ms'],
    ['empty script in a fresh context', empty.toFixed(2)],
    ['Code.js in a fresh context', bundle.toFixed(2)],
    ['Code.js alone (budget 5)', (bundle - empty).toFixed(2)],
  ]);
}

/** Bytes are exact and tested; here for reading. */
export function showSizes(): void {
  const rows = ['apps-script/Code.js', 'apps-script/Sidebar.html', 'excel-addin/functions.js'].map((name) => {
    const bytes = readFileSync(`dist/${name}`);
    return [name, String(bytes.length), String(gzipSync(bytes).length)];
  });
  print([['size', 'bytes', 'gzip'], ...rows]);
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}\n`);
  process.stdout.write('\n');
}
