import type { Head } from '../journal/journal';
import { INPUT_MARK, markOf, type ColumnMark, type FoundMark } from '../sheet/column-anchors';
import type { RunMarks, RunPorts } from '../sheet/ports';

/** Why a column of a run cannot be identified with certainty. */
export type Doubt = 'gone' | 'doubled' | 'changed';

/** Where the columns of a run are by its marks: the input, then the targets in order. */
export interface Marked {
  /** The sheet's id; `null`: the input's sheet is not certain. */
  readonly sheet: string | null;
  readonly columns: readonly (number | Doubt)[];
}

/** The marks of all columns of a run. */
export async function readMarks(ports: RunPorts, { run, targets }: Head): Promise<readonly FoundMark[]> {
  return ports.anchors.find(run, namesFor(targets.length));
}

/** The marks of columns that are certain. @param columns of the input, then of the targets */
export function toRunMarks({ run, targets }: Head, columns: readonly (number | Doubt)[]): RunMarks {
  const marks = namesFor(targets.length).map((name, at) => ({ name, column: columns[at]! }));
  return { run, marks: marks.filter((mark): mark is ColumnMark => typeof mark.column === 'number') };
}

const namesFor = (targets: number): readonly string[] => [
  INPUT_MARK,
  ...Array.from({ length: targets }, (_target, at) => markOf(at)),
];

/**
 * Never chooses among several: a mark has to exist once, on the input's sheet, and alone on its column.
 *
 * @param own the id of the run's sheet, which tells it from a copy; `null`: ids are not permanent in this host
 */
export function resolveMarks(found: readonly FoundMark[], targets: number, own: string | null): Marked {
  const all = own === null ? found : found.filter(({ sheet }) => sheet === own);
  const placesOf = (name: string): readonly FoundMark[] => all.filter((mark) => mark.name === name);
  const [input, ...others] = placesOf(INPUT_MARK);
  const sheet = input === undefined || others.length > 0 ? null : input.sheet;
  const toColumn = (name: string): number | Doubt => {
    const [place, ...more] = placesOf(name);
    if (place === undefined) return 'gone';
    if (more.length > 0) return 'doubled';
    const isShared = all.some((mark) => mark.name !== name && isSamePlace(mark, place));
    return isShared || (sheet !== null && place.sheet !== sheet) ? 'changed' : place.column;
  };
  return { sheet, columns: namesFor(targets).map(toColumn) };
}

function isSamePlace(one: FoundMark, other: FoundMark): boolean {
  return one.sheet === other.sheet && one.column === other.column;
}
