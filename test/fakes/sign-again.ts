import { SealedJournal } from '../../shared/bulk/journal/seal';
import type { MemoryGrid } from './memory-grid';

/**
 * Signs the journal as it stands in the file, as nobody but the person themselves can: what it says is then checked all the
 * same.
 */
export async function signAgain({ journal, journalPort, seal }: MemoryGrid): Promise<void> {
  const parts = new Map(journal!);
  parts.delete('seal');
  const sealed = new SealedJournal({ ...journalPort, load: async () => null }, seal);
  await sealed.load();
  await sealed.save(parts);
}
