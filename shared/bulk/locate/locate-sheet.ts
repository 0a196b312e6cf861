import { TraceError } from '../../errors/trace-error';
import type { RunPorts } from '../sheet/ports';
import { readJournal, type Journal } from '../journal/journal';
import { readMarks, resolveMarks } from './read-marks';

/** The run in the journal, with its sheet as it is called now. Throws `journalDamaged`, `sheetGone`. `null`: there is none. */
export async function loadJournal(ports: RunPorts): Promise<Journal | null> {
  const journal = readJournal(await ports.journal.load());
  if (journal === null) return null;
  const found = await findSheet(ports, journal);
  if (found === null) throw new TraceError('sheetGone', {});
  return found;
}

/**
 * Excel gives sheets other ids when a file is opened again, and a sheet may then have the id that another one had
 * (https://github.com/OfficeDev/office-js/issues/1390). So the sheet of a run is the one with its marks, or where it has none
 * the one that has its id and its name, or else its name. `null`: there are sheets, but none that it could be.
 */
export async function findSheet(ports: RunPorts, journal: Journal): Promise<Journal | null> {
  const { head } = journal;
  const sheets = await ports.sheet.list();
  if (sheets === null) return journal;
  const marked = head.isMarked ? resolveMarks(await readMarks(ports, head), head.targets.length, null).sheet : null;
  const hasName = sheets.filter(({ name }) => name === head.sheet.name);
  const same = hasName.find(({ id }) => id === head.sheet.id);
  // Of a run that has lost its marks, only a sheet that is certainly the same can be told that they are gone.
  const found = sheets.find(({ id }) => id === marked) ?? same ?? (head.isMarked ? undefined : hasName[0]);
  return found === undefined ? null : { ...journal, head: { ...head, sheet: { id: found.id, name: found.name } } };
}
