import type { ColumnAnchors, FoundMark } from '../../shared/ports';
import type { Call } from './call';

/**
 * The script keeps the marks: see `apps-script/bulk/anchors.ts`.
 *
 * @param takeMarks returns marks that came with another message
 */
export function makeColumnAnchors(call: Call, takeMarks: (run: string) => readonly FoundMark[] | null): ColumnAnchors {
  return {
    async put(run, sheet, marks) {
      await call('bulkAnchors', 'put', run, { sheet, marks });
    },
    async find(run, names) {
      const found = takeMarks(run) ?? (await call('bulkAnchors', 'find', run, null));
      return found.filter(({ name }) => names.includes(name));
    },
    async remove(run, except) {
      await call('bulkAnchors', except === undefined ? 'remove' : 'removeOthers', except ?? run ?? '', null);
    },
  };
}
