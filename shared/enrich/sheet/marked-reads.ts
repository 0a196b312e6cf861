import type { RunMarks } from './ports';
import type { CellPorts } from './read-columns';

/** For reading the columns of a run. */
interface MarkedReads extends CellPorts {
  /** Whether its marks were in their places at each of the reads. */
  areInPlace(): boolean;
}

/**
 * Looks for the marks of a run together with all cells that are read. To look before and after them is not enough: a column
 * that is moved and moved back meanwhile leaves no trace, and what was read is of another one.
 */
export function markedReads({ sheet }: CellPorts, marks: RunMarks | null): MarkedReads {
  let isInPlace = true;
  return {
    sheet: {
      async read(reading) {
        const block = await sheet.read({ ...reading, marks });
        isInPlace &&= block.isInPlace;
        return block;
      },
    },
    areInPlace: () => isInPlace,
  };
}
