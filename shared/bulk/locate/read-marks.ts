import type { Head } from '../journal/journal';
import { INPUT_MARK, markOf, type FoundMark } from '../sheet/column-anchors';
import type { RunPorts } from '../sheet/ports';

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
  return ports.anchors.find(run, [INPUT_MARK, ...targets.map((_target, at) => markOf(at))]);
}

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
  const names = [INPUT_MARK, ...Array.from({ length: targets }, (_target, at) => markOf(at))];
  return { sheet, columns: names.map(toColumn) };
}

function isSamePlace(one: FoundMark, other: FoundMark): boolean {
  return one.sheet === other.sheet && one.column === other.column;
}
