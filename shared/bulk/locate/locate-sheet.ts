import { TraceError } from '../../errors/trace-error';
import type { RunPorts } from '../sheet/ports';
import { readJournal, type Journal } from '../journal/journal';
import { readMarks, resolveMarks } from './read-marks';

/**
 * The run in the journal, with the current name of its sheet. `null`: there is no run. Throws `journalDamaged`, `sheetGone`.
 */
export async function loadJournal(ports: RunPorts): Promise<Journal | null> {
  const journal = readJournal(await ports.journal.load());
  if (journal === null) return null;
  const found = await findSheet(ports, journal);
  if (found === null) throw new TraceError('sheetGone', {});
  return found;
}

/**
 * Excel gives sheets other ids when a file is reopened, and one sheet may get the id that another had
 * (https://github.com/OfficeDev/office-js/issues/1390). So the sheet of a run is the one with its marks; without marks,
 * the one with its id and name, or else the one with its name. `null`: none of the sheets can be it.
 */
export async function findSheet(ports: RunPorts, journal: Journal): Promise<Journal | null> {
  const { head } = journal;
  const sheets = await ports.sheet.list();
  if (sheets === null) return journal;
  const marked = head.isMarked ? resolveMarks(await readMarks(ports, head), head.targets.length, null).sheet : null;
  const hasName = sheets.filter(({ name }) => name === head.sheet.name);
  const same = hasName.find(({ id }) => id === head.sheet.id);
  // A run that lost its marks may only say so about a sheet that is certainly its own.
  const found = sheets.find(({ id }) => id === marked) ?? same ?? (head.isMarked ? undefined : hasName[0]);
  return found === undefined ? null : { ...journal, head: { ...head, sheet: { id: found.id, name: found.name } } };
}
