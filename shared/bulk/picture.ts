import { TraceError } from '../errors';
import { mostCommon, type Bar } from './chart';
import type { Choice } from './choice';
import { findColumns } from './find-columns';
import { askGrid, type RunTask } from './grid';
import type { Head } from './journal';
import { readColumns } from './read-columns';

/** Lists whose values mean something when they are counted. */
const COUNTED: ReadonlySet<string> = new Set(['name', 'category', 'vendor_name', 'type', 'domain']);

/** The columns of a run of which a picture can be drawn, by their place among its choices. */
export function picturable(choices: readonly Choice[]): readonly number[] {
  return choices.flatMap((choice, index) => {
    const isList = choice.adds === 'technologies' || choice.adds === 'partners' || choice.adds === 'sharedPartners';
    return isList && COUNTED.has(choice.field) ? [index] : [];
  });
}

/**
 * The most common values of a column that a run has filled, as it stands now, whoever has edited it since. Throws
 * `sheetGone`, `columnsGone`.
 */
export function* pictureOf(head: Head, choice: number, most = 20): RunTask<readonly Bar[]> {
  const info = yield* askGrid<'gridSheet'>({ ask: 'gridSheet', sheet: head.sheet.id });
  if (info === null) throw new TraceError('sheetGone', {});
  const found = yield* findColumns(head, info, { anchors: [], records: [], mayBeUndone: false });
  const target = found?.head.targets[choice];
  if (found === null || target === undefined || found.lost.has(choice)) throw new TraceError('columnsGone', {});
  const { headerRow } = found.head;
  const first = headerRow === null ? 0 : headerRow + 1;
  const { columns } = yield* readColumns(head.sheet.id, first, Math.max(0, info.rows - first), [target.column]);
  return mostCommon(columns[0]!.values, most);
}
