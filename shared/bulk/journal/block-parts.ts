import type { NotedRow, RowRecord } from '../rows/row-record';
import { blockToText, sizeOfAnswer } from './block';
import type { Head } from './head';

/**
 * Parts with at most this many rows are written again together with new rows, so that a run in small steps does not
 * make a part for each.
 */
export const ROWS_JOINED = 200;

/**
 * Which rows are in which part of a journal: each in at most one, so that a journal takes no more room than its rows,
 * however often a run breaks off.
 */
export class BlockParts {
  private readonly parts: Set<RowRecord>[];
  private readonly targets: number;
  private spare: number;
  private readonly changed = new Set<number>();
  /** The length of the kept answers, by row. */
  private readonly answers = new Map<number, number>();

  /**
   * @param rows of the plan, each of which knows its part
   * @param spare characters for answers without a place; answers that do not fit are asked for again
   */
  constructor(
    private readonly rows: readonly RowRecord[],
    { blocks, targets, spare }: Pick<Head, 'blocks' | 'targets' | 'spare'>,
  ) {
    this.parts = Array.from({ length: blocks }, () => new Set());
    this.targets = targets.length;
    this.spare = spare;
    for (const row of rows) {
      this.parts[row.part]?.add(row);
      this.makeRoom(row);
    }
  }

  /** How many parts there are once these are saved. */
  countWith(noted: readonly NotedRow[]): number {
    return Math.max(this.parts.length, this.placeFor(noted) + 1);
  }

  /**
   * The texts of all parts that have changed.
   * @param noted rows that are about to be saved
   */
  textsWith(noted: readonly NotedRow[]): ReadonlyMap<string, string> {
    const moving = new Set(noted.map(({ index }) => this.rows[index]!));
    // First, since the room that they free can be used by others.
    const fresh = noted.map((row) => this.makeRoom(row));
    const place = this.placeFor(noted);
    const changed = new Set([...this.changed, ...[...moving].map(({ part }) => part), place]);
    changed.delete(-1);
    const texts = new Map<string, string>();
    for (const part of changed) {
      const staying = [...(this.parts[part] ?? [])].filter((row) => !moving.has(row)).map((row) => this.makeRoom(row));
      texts.set(blockName(part), blockToText(part === place ? [...staying, ...fresh] : staying, this.targets));
    }
    return texts;
  }

  /** They are saved as {@link textsWith} returned them. */
  keep(noted: readonly NotedRow[]): void {
    this.changed.clear();
    const place = this.placeFor(noted);
    for (const { index } of noted) {
      const row = this.rows[index]!;
      this.parts[row.part]?.delete(row);
      (this.parts[place] ??= new Set()).add(row);
      row.part = place;
    }
  }

  /** It differs from what is saved. */
  touch({ part }: RowRecord): void {
    if (part >= 0) this.changed.add(part);
  }

  /** Nothing of it is left to keep. */
  drop(row: RowRecord): void {
    this.touch(row);
    this.parts[row.part]?.delete(row);
    row.part = -1;
  }

  /** @returns the row, without its answer where there is no room for it */
  private makeRoom(row: NotedRow): NotedRow {
    const known = this.answers.get(row.index) ?? 0;
    const size = row.answer === null ? 0 : sizeOfAnswer(row.answer);
    const fits = size - known <= this.spare;
    this.spare -= (fits ? size : 0) - known;
    this.answers.set(row.index, fits ? size : 0);
    return fits ? row : { ...row, answer: null };
  }

  /** @returns -1 for nothing */
  private placeFor(noted: readonly NotedRow[]): number {
    if (noted.length === 0) return -1;
    const last = this.parts.length - 1;
    const staying = new Set(this.parts[last]);
    for (const { index } of noted) staying.delete(this.rows[index]!);
    const joins = last >= 0 && (staying.size === 0 || staying.size + noted.length <= ROWS_JOINED);
    return joins ? last : last + 1;
  }
}

export function blockName(part: number): string {
  return `block.${part}`;
}
