import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../build';
import { benchBlock } from './block';
import { benchBulkGrowth, benchBulkRun } from './bulk-run';
import { benchColdCells } from './cold-cells';
import { benchFirstAnswer } from './first-answer';
import { benchFirstPaint } from './first-paint';
import { benchGaps } from './gaps';
import { benchGridBooks } from './grid-books';
import { benchGrowth } from './growth';
import { benchParse } from './parse';
import { showPassed } from './passed';
import { toPerformancePage } from './performance-page';
import { benchQuote } from './quote';
import { benchRange } from './range';
import { benchRunBooks } from './run-books';
import { benchSheetsFormulas } from './sheets-formulas';
import { benchSheetsQuotas } from './sheets-quotas';
import { benchStart, showSizes } from './start';
import { toText, type Table } from './table';
import { benchTimeToReady } from './time-to-ready';

/**
 * `npm run bench`: tables, each with its baseline measured in the same run. With `--write`, into docs/performance.md.
 */

/** Each in its own process, because garbage of one would slow down the next. */
const BENCHMARKS: Readonly<Record<string, () => Table | Promise<Table>>> = {
  benchBlock,
  benchRange,
  benchStart,
  benchTimeToReady,
  benchFirstPaint,
  benchFirstAnswer,
  benchQuote,
  benchColdCells,
  benchGaps,
  benchSheetsFormulas,
  benchSheetsQuotas,
  benchParse,
  benchGrowth,
  benchBulkRun,
  benchBulkGrowth,
  benchRunBooks,
  benchGridBooks,
  showSizes,
  showPassed,
};

const [, , asked = ''] = process.argv;
if (asked in BENCHMARKS) process.send?.(await BENCHMARKS[asked]!());
else {
  await buildAll();
  const tables: Table[] = [];
  for (const name of Object.keys(BENCHMARKS)) {
    const table = await measureApart(name);
    process.stdout.write(`${toText(table)}\n`);
    tables.push(table);
  }
  if (asked === '--write') await writeFile('docs/performance.md', await toPerformancePage(tables));
}

async function measureApart(name: string): Promise<Table> {
  const child = fork(fileURLToPath(import.meta.url), [name]);
  const [measured] = await Promise.race([once(child, 'message'), once(child, 'close')]);
  if (typeof measured !== 'object') throw new Error(`${name} has ended without a table`);
  child.kill();
  return measured as Table;
}
