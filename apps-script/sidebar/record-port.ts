import { holderOf } from '../../shared/runs';
import type { RecordPort, RecordRow } from '../../shared/ports';
import type { Call } from './call';

/** About a megabyte in one message. */
const CHARACTERS_AT_ONCE = 1_000_000;
const ROWS_AT_ONCE = 5_000;

/** The record of the file's enrichment, which the script stores on a hidden sheet. */
export function makeRecordPort(call: Call): RecordPort {
  const append = async (holder: string, head: string, rows: readonly RecordRow[]): Promise<boolean> => {
    const chunks = toChunks(rows);
    // The head is sent with the last part, because it describes the state after all parts.
    for (const chunk of chunks.length === 0 ? [[]] : chunks) {
      const { isDone } = await call('bulkRecord', { what: 'append', holder, head, rows: chunk });
      if (!isDone) return false;
      holder = holderOf(head) ?? holder;
    }
    return true;
  };
  return {
    ridesWithWrites: true,
    async load() {
      const all: RecordRow[] = [];
      for (;;) {
        const { rows, count } = await call('bulkRecord', { what: 'load', from: all.length });
        if (rows === null) return null;
        all.push(...rows);
        if (all.length >= count || rows.length === 0) return all;
      }
    },
    async make(rows, head) {
      const [first, ...others] = toChunks(rows);
      // The head says that all rows are complete, so it comes with the last part.
      const whole = others.length > 0 ? first! : [[head, ...first![0]!.slice(1)], ...first!.slice(1)];
      if (!(await call('bulkRecord', { what: 'make', rows: whole })).isDone) return false;
      const holder = holderOf(head) ?? '';
      for (const [at, chunk] of others.entries()) {
        const isLast = at === others.length - 1;
        if (!(await append(holder, isLast ? head : rows[0]![0]!, chunk))) return false;
      }
      return true;
    },
    append,
    remove: async (holder) => (await call('bulkRecord', { what: 'remove', holder })).isDone,
  };
}

function toChunks(rows: readonly RecordRow[]): readonly (readonly RecordRow[])[] {
  const chunks: RecordRow[][] = [];
  let characters = Infinity;
  for (const row of rows) {
    const length = row.reduce((sum, cell) => sum + cell.length, 0);
    const last = chunks[chunks.length - 1];
    if (last === undefined || characters + length > CHARACTERS_AT_ONCE || last.length === ROWS_AT_ONCE) {
      chunks.push([row]);
      characters = length;
    } else {
      last.push(row);
      characters += length;
    }
  }
  return chunks;
}
