import type { NameOf } from './ports';
import { isAsking } from './plan/column-spec';
import type { ColumnRead } from './sheet/ports';
import type { GridValue } from './sheet/cell-values';
import { digestOf, rowsByText, type Reading } from './reading';
import type { EnrichmentRecord } from './record/enrichment-record';
import { isProvisional } from './record/lines';
import { stoodThere } from './stood-there';

/** A row with cells that may be filled. */
export interface OpenRow {
  readonly row: number;
  readonly input: GridValue;
  /** The company; `null`: the input names none, so only its status is written. */
  readonly name: string | null;
  /** Under which the record keeps its answer. */
  readonly key: string;
  /** The targets that may be filled, by index. */
  readonly targets: readonly number[];
  /** Whether an answer is needed; otherwise only the status is open. */
  readonly isAsked: boolean;
}

export interface OpenRows {
  /** In the order of the sheet. */
  readonly open: readonly OpenRow[];
  /** Rows of which nobody can tell whether they may be filled. */
  readonly unsure: readonly number[];
}

/** Under which the record keeps what was written beside an input. */
export function keyOf(name: string | null, text: string): string {
  return name ?? `text ${text}`;
}

/**
 * The rows that an open enrichment may fill: where a cell holds what stood there before it, or an answer of its own that a
 * later one may replace, and is no formula, merged or rich. What somebody typed stays.
 *
 * @param isAgain whether companies that failed are asked for once more
 */
export function findOpenRows(record: EnrichmentRecord, reading: Reading, nameOf: NameOf, isAgain = false): OpenRows {
  const { head } = record;
  const open: OpenRow[] = [];
  const unsure: number[] = [];
  for (const [text, rows] of rowsByText(reading)) {
    if (!record.planned.has(text)) continue;
    const input = reading.input[rows[0]!]!;
    const name = nameOf(input);
    const key = keyOf(name, text);
    const outcome = record.outcomeOf(key);
    // Asked for again only where the person says so.
    const hasFailed = outcome === 'failed' && !isAgain;
    const stood = head.targets.map(({ isNew }, at) =>
      isNew ? null : stoodThere(record.before(at).get(text), rows, reading.beside),
    );
    const isPartial = record.selected.has(text);
    const selected = isPartial ? stoodThere(record.selected.get(text), rows, reading.beside) : null;
    for (const row of rows) {
      let isUnsure = false;
      const targets = head.choices.flatMap((choice, at) => {
        const column = reading.targets[at];
        if (column === null || column === undefined || isUntouchable(column, row)) return [];
        if (name === null && isAsking(choice)) return [];
        if (hasFailed && isAsking(choice)) return [];
        const is = column.values[row]!;
        if (is !== '' && record.hasWritten(key, at, digestOf(is))) {
          return isProvisional(outcome) || record.isOutdated(key, at, digestOf(is)) ? [at] : [];
        }
        if (record.isBlank(key, at) && !isProvisional(outcome)) return [];
        // Where Trace has no answer, a value stays.
        if (is !== '' && (head.mode === 'onlyEmpty' || outcome === 'notTracked')) return [];
        const was = stood[at] === null ? '' : stood[at]!.get(row)?.[0];
        if (was === undefined) {
          // A value that stood beside this input may be this row's own.
          isUnsure ||=
            record
              .before(at)
              .get(text)
              ?.values.some(([value]) => value === is) === true;
          return [];
        }
        return was === is ? [at] : [];
      });
      const isSelected = selected === null ? true : selected.get(row)?.[0];
      if (isSelected === false) continue;
      const isAsked = targets.some((at) => isAsking(head.choices[at]!));
      if (isUnsure || (targets.length > 0 && isSelected === undefined)) unsure.push(row);
      // A status alone waits until there is an answer that it can tell.
      else if (isAsked || (targets.length > 0 && !isProvisional(outcome))) {
        open.push({ row, input, name, key, targets, isAsked });
      }
    }
  }
  return { open: open.sort((a, b) => a.row - b.row), unsure };
}

function isUntouchable({ formulas, merged, rich }: ColumnRead, row: number): boolean {
  return formulas.has(row) || merged.has(row) || rich?.has(row) === true;
}
