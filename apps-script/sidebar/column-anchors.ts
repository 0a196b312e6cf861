import type { ColumnAnchors, FoundMark } from '../../shared/ports';
import type { BulkMessages } from '../messages/bulk-messages';
import type { Call } from './call';

/**
 * The script stores the marks; see `apps-script/bulk/anchors.ts`.
 *
 * @param known finds marks, many of which come with other messages
 */
export function makeColumnAnchors(
  call: Call,
  known: {
    findMarks(run: string): Promise<readonly FoundMark[]>;
    notePut(run: string, sheet: string, put: BulkMessages['bulkAnchors']['value']): void;
    forgetMarks(): void;
  },
): ColumnAnchors {
  return {
    async put(run, sheet, marks) {
      known.notePut(run, sheet, await call('bulkAnchors', 'put', run, { sheet, marks }));
    },
    async find(run, names) {
      const found = await known.findMarks(run);
      return found.filter(({ name }) => names.includes(name));
    },
    async remove(run) {
      known.forgetMarks();
      await call('bulkAnchors', 'remove', run ?? '', null);
    },
  };
}
