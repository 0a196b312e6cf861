import type { GridValue } from '../../shared/enrich/sheet/cell-values';
import { perform, type Act, type Ended } from './case-acts';
import { RunCase } from './run-case';

/**
 * An enrichment that went wrong once: what users and the service do in order, and the result. It mentions nothing of
 * how an enrichment works inside.
 */
export interface Case {
  readonly name: string;
  readonly cells: readonly (readonly GridValue[])[];
  readonly acts: readonly Act[];
  /** How each start, resumption and undo ended. */
  readonly ends: readonly string[];
  /** Rows, by number from 0, and all of their cells, in the end. */
  readonly shows?: Readonly<Record<number, readonly GridValue[]>>;
  /** Whether each row has its company's name beside it at the last end before an undo. */
  readonly isFilled?: true;
  /**
   * Whether the sheet is as it was before: its cells, in whatever order users have left the rows, and the style of
   * its columns.
   */
  readonly isAsBefore?: true;
  /** The credits that are said to be used at each end; the last is what the service took. */
  readonly used?: readonly (number | null)[];
  /** Rows that are found, and filled by someone else, at the last end. */
  readonly counts?: readonly [found: number, filled: number];
}

/** Plays each case, and compares what it says. */
export function testCases(cases: readonly Case[]): void {
  test.each(cases)('$name', async ({ cells, acts, ends, shows, isFilled, isAsBefore, used, counts }) => {
    const played = new RunCase(cells);
    const { grid } = played;
    // A title like this is what new columns are made to look like.
    grid.looks.set(0, 0, { style: ['bold', '#ffffff', '#336699'], width: 100 });
    const looks = grid.looks.at(0, 1);
    // In Excel and Google Sheets a title leaves the format of its cell as it was; this sheet keeps only that of texts.
    grid.at(0, 1).format = '@';
    const ended: Ended[] = [];
    let filled: readonly (readonly GridValue[])[] = [];
    for (const act of acts) {
      if (act !== 'undo') filled = grid.values();
      ended.push(...(await perform(played, act)));
      if (act !== 'undo') filled = grid.values();
    }
    expect(ended.map(({ is }) => is)).toEqual(ends);
    const shown = Object.keys(shows ?? {}).map((row) => [row, grid.values()[Number(row)]]);
    expect(Object.fromEntries(shown)).toEqual(shows ?? {});
    if (isFilled === true) expect(filled.slice(1).filter(([domain, name]) => name !== nameOf(domain))).toEqual([]);
    if (isAsBefore === true) {
      expect(textsOf(grid.values())).toEqual(textsOf(cells));
      expect({ record: grid.record, looks: grid.looks.at(0, 1) }).toEqual({ record: null, looks });
    }
    if (used !== undefined) {
      expect(ended.map((end) => end.used)).toEqual(used);
      expect(await played.charged()).toBe(used.filter((credits) => credits !== null).pop() ?? 2);
    }
    const summary = ended[ended.length - 1]?.summary;
    if (counts !== undefined) expect([summary?.found, summary?.filled.length]).toEqual(counts);
  });
}

function nameOf(domain: GridValue | undefined): string {
  return `Company ${/\d+/.exec(String(domain))![0]}`;
}

function textsOf(rows: readonly (readonly GridValue[])[]): readonly string[] {
  return rows.map((row) => row.join('|').replace(/\|+$/, '')).sort();
}
