import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** Each start once left its page here, and `npm run build` does; a fresh checkout has none. */
const OLD_BUILD = 'dist/workbook/index.html';

/** Whether a browser may keep sheets and keys for the old port, which pages at another port cannot read. */
export async function mayHaveOldSheets(root: string): Promise<boolean> {
  return access(join(root, OLD_BUILD)).then(
    () => true,
    () => false,
  );
}
