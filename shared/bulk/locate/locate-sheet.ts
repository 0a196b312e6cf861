import { TraceError } from '../../errors/trace-error';
import { codeOfInput } from '../sheet/row-anchors';
import type { RunPorts, SheetInfo } from '../sheet/ports';
import { readJournal, type Head, type Journal } from '../journal/journal';
import { readColumns } from '../sheet/read-columns';

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
 * (https://github.com/OfficeDev/office-js/issues/1390). So unless its id and its name still belong together, the sheet of a
 * run is told by the companies in it. `null`: there are sheets, but none that it could be.
 */
export async function findSheet(ports: RunPorts, journal: Journal): Promise<Journal | null> {
  const sheets = await ports.sheet.list();
  const { id, name } = journal.head.sheet;
  if (sheets === null || sheets.some((sheet) => sheet.id === id && sheet.name === name)) return journal;
  const hasName = (sheet: SheetInfo): boolean => sheet.name === name;
  const likely = [...sheets.filter(hasName), ...sheets.filter((sheet) => sheet.id === id)];
  const best =
    (await findBest(ports, journal, likely, hasName)) ??
    (await findBest(
      ports,
      journal,
      sheets.filter((sheet) => !likely.includes(sheet)),
      hasName,
    ));
  return best === null ? null : { ...journal, head: { ...journal.head, sheet: { id: best.id, name: best.name } } };
}

/** The one with the most companies of the run: half of them, or any where the name is the run's. Of copies, none. */
async function findBest(
  ports: RunPorts,
  { head, anchors }: Journal,
  sheets: readonly SheetInfo[],
  hasName: (sheet: SheetInfo) => boolean,
): Promise<SheetInfo | null> {
  const codes = anchors.filter(({ index }) => index >= 0).map(({ code }) => code);
  let best: SheetInfo | null = null;
  let most = 0;
  let isTied = false;
  for (const sheet of sheets) {
    const there = await readCodes(ports, head, sheet);
    const count = codes.filter((code) => there.has(code)).length;
    if (count === 0 || count < most || (count * 2 < codes.length && !hasName(sheet))) continue;
    isTied = count === most && (best === null || !hasName(best));
    if (count > most) [best, most] = [sheet, count];
  }
  return isTied ? null : best;
}

/** Of the column with the title of the inputs, or without one of the column in which they stood. */
async function readCodes(
  ports: RunPorts,
  { headerRow, input }: Head,
  { id, rows, columns }: SheetInfo,
): Promise<ReadonlySet<string>> {
  let { column } = input;
  if (headerRow !== null && headerRow < rows) {
    const all = Array.from({ length: columns }, (_column, index) => index);
    const titles = (await readColumns(ports, id, headerRow, 1, all)).columns.map(({ values }) => String(values[0]));
    const near = all.filter((index) => titles[index] === input.title);
    near.sort((a, b) => Math.abs(a - input.column) - Math.abs(b - input.column));
    column = near[0] ?? column;
  }
  if (column >= columns) return new Set();
  const read = await readColumns(ports, id, 0, rows, [column]);
  return new Set(read.columns[0]!.values.map(codeOfInput));
}
