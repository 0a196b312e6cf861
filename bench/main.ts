import { writeFile } from 'node:fs/promises';
import { buildAll } from '../build';
import { benchBlock } from './block';
import { benchBulkGrowth, benchBulkRun } from './bulk-run';
import { benchColdCells } from './cold-cells';
import { benchFirstAnswer } from './first-answer';
import { benchFirstPaint } from './first-paint';
import { benchGaps } from './gaps';
import { benchGrowth } from './growth';
import { benchParse } from './parse';
import { toPerformancePage } from './performance-page';
import { benchQuote } from './quote';
import { benchRange } from './range';
import { benchRelayLoad } from './relay-load';
import { benchSheetsCells } from './sheets-cells';
import { benchSheetsFormulas } from './sheets-formulas';
import { benchSheetsQuotas } from './sheets-quotas';
import { benchStart, showSizes } from './start';
import { toText, type Table } from './table';
import { benchTimeToReady } from './time-to-ready';

/** `npm run bench`: tables, each with its baseline measured in the same run. With `--write` into docs/performance.md. */

/** Those that are disturbed most by others come first. */
const BENCHMARKS: readonly (() => Table | Promise<Table>)[] = [
  benchBlock,
  benchRange,
  benchStart,
  benchTimeToReady,
  benchFirstPaint,
  benchFirstAnswer,
  benchRelayLoad,
  benchQuote,
  benchColdCells,
  benchGaps,
  benchSheetsCells,
  benchSheetsFormulas,
  benchSheetsQuotas,
  benchParse,
  benchGrowth,
  benchBulkRun,
  benchBulkGrowth,
  showSizes,
];

await buildAll();
const tables: Table[] = [];
for (const benchmark of BENCHMARKS) {
  const table = await benchmark();
  process.stdout.write(`${toText(table)}\n`);
  tables.push(table);
}
if (process.argv.includes('--write')) await writeFile('docs/performance.md', await toPerformancePage(tables));
