import type { ColumnAnchors } from '../../shared/index';
import type { Call } from './call';

/** The script keeps the marks: see `apps-script/bulk/anchors.ts`. */
export function makeColumnAnchors(call: Call): ColumnAnchors {
  return {
    async put(run, sheet, marks) {
      await call('bulkAnchors', 'put', run, { sheet, marks });
    },
    async find(run, names) {
      const found = await call('bulkAnchors', 'find', run, null);
      return found.filter(({ name }) => names.includes(name));
    },
    async remove(run) {
      await call('bulkAnchors', 'remove', run ?? '', null);
    },
  };
}
