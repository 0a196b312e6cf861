import type { ColumnAnchors, FoundMark } from '../../shared/ports';
import type { Call } from './call';

/**
 * The script keeps the marks: see `apps-script/bulk/anchors.ts`.
 *
 * @param known marks that come with other messages, and hears of those that come with these
 */
export function makeColumnAnchors(
  call: Call,
  known: {
    takeMarks(run: string): readonly FoundMark[] | null;
    noteFound(found: readonly FoundMark[]): readonly FoundMark[];
  },
): ColumnAnchors {
  return {
    async put(run, sheet, marks) {
      await call('bulkAnchors', 'put', run, { sheet, marks });
    },
    async find(run, names) {
      const found = known.takeMarks(run) ?? known.noteFound(await call('bulkAnchors', 'find', run, null));
      return found.filter(({ name }) => names.includes(name));
    },
    async remove(run, except) {
      await call('bulkAnchors', except === undefined ? 'remove' : 'removeOthers', except ?? run ?? '', null);
    },
  };
}
