import { findEnrichment, keepEnrichment } from '../../../shared/enrich/enrichment';
import { resumeEnrichment, undoEnrichment } from '../../../shared/runs';
import { callsOnlyTrace } from '../../../shared/cells/formulas';
import type { RunPorts } from '../../../shared/enrich/sheet/ports';
import fc from 'fast-check';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid, type GridCopy } from '../../fakes/apps-script/sheet/sheet-grid';
import { FORGERY, forge, type Forgery } from '../../fakes/forgeries';
import { columnOf, NAME, planAll, useCompanies } from '../bulk/bulk-file';
import { times } from '../../setup/chance';
import { sandbox, useOneSpreadsheet, world } from '../spreadsheet';

const ROWS = 12;
const MAY_SPEND = 2;

let honest: Readonly<Record<string, string>>;
let values: readonly unknown[];
let record: GridCopy;
let cached: readonly (readonly [bucket: string, value: string])[];

useOneSpreadsheet({ policy: { mode: 'ask' } });
beforeAll(async () => {
  const grid = useCompanies(world, ROWS);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, ROWS, [NAME]);
  await panel.start(plan, { cap: 5, quoted: 5 });
  record = world.state.sheets[1]!.copy();
  honest = world.state.documentProperties.read();
  values = columnOf(grid, 2, ROWS);
  const texts = world.state.documentCache.texts();
  cached = texts.flatMap((text, at) => (at % 2 === 0 ? [[text, texts[at + 1]!] as const] : []));
});

/** The file as the owner has left it: a run that has spent its limit, and a price list of the owner's own. */
function useFile(): SheetGrid {
  const { documentProperties } = world.state;
  const grid = useCompanies(world, ROWS);
  grid.put({ row: 1, column: 2 }, 'name');
  values.forEach((value, at) => grid.put({ row: at + 2, column: 2 }, value));
  grid.put({ row: 1, column: 3 }, 'Price');
  for (let row = 2; row <= ROWS + 1; row += 1) grid.put({ row, column: 3 }, 'secret');
  grid.layout.protectedAreas.push({ row: 1, column: 3, rows: ROWS + 1, columns: 1 });
  for (const [name, text] of Object.entries(honest)) documentProperties.write(name, text);
  return grid;
}

/** Edits the stores as any editor of the file can: each stored text may be another. */
function edit(forgeries: readonly Forgery[]): void {
  const { documentProperties } = world.state;
  for (const forgery of forgeries) {
    const names = Object.keys(documentProperties.read());
    const name = names[Math.floor(forgery.text * names.length)]!;
    // Texts of several parts begin with how many there are.
    const [, head = '', text = ''] = /^(\d+\|[^|]*\|)?([\s\S]*)$/.exec(documentProperties.read()[name]!) ?? [];
    documentProperties.write(name, head + forge(text, forgery));
  }
}

/**
 * The answers that Google's cache had, some of them forged; without a forgery it is empty, so that the rest must be
 * paid for.
 */
function editCache(forgeries: readonly Forgery[]): void {
  if (forgeries.length === 0) return;
  for (const [bucket, value] of cached) {
    const lines = value.split('\n');
    for (let at = 2; at < lines.length; at += 3) {
      for (const forgery of forgeries) lines[at] = forge(lines[at]!, forgery).replace(/\n/g, ' ');
    }
    world.state.documentCache.write(bucket, lines.join('\n'), 21_600);
  }
}

/** Cells of the record, where anyone can type. */
function editRecord(forgeries: readonly Forgery[]): void {
  const sheet = SheetGrid.from({ ...record, id: 9, name: 'Trace record' });
  sheet.layout.columns = 5;
  const places = sheet.places();
  for (const [at, forgery] of forgeries.entries()) {
    // Mostly the head: what is asked for, where, and in which state it is.
    const place = at % 2 === 0 ? places[0]! : places[Math.floor(forgery.place * places.length)]!;
    sheet.hold(place, forge(String(sheet.value(place)), forgery).slice(0, 30_000));
  }
  world.state.sheets.push(sheet);
}

const SOME = fc.array(FORGERY, { maxLength: 3 });

it('whatever a file holds, the panel writes no formula but calls of Trace, no protected cell, and spends no more than is said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(SOME), SOME, SOME, async (ofRecord, ofTexts, ofCache) => {
      await sandbox.reset();
      const grid = useFile();
      if (ofRecord !== null) editRecord(ofRecord);
      edit(ofTexts);
      editCache(ofCache);
      const panel = new BulkPanel(world);
      await panel.run(findEnrichment);
      world.callRpc('removeRefresh');
      world.callRpc('retryProblems');
      world.callRpc('spending');
      const again = (ports: RunPorts): Promise<unknown> => resumeEnrichment(ports, { rest: MAY_SPEND, isAgain: true });
      for (const errand of [again, undoEnrichment, keepEnrichment]) {
        await panel.run<unknown>(errand).catch((thrown: { readonly code?: string }) => {
          expect([undefined, 'internal']).not.toContain(thrown.code);
        });
      }
      const { chargedCompanies } = await sandbox.ledger();
      const odd = Object.values(grid.formulas()).filter((formula) => !callsOnlyTrace(formula));
      const own = columnOf(grid, 3, ROWS).filter((value) => value !== 'secret');
      expect({
        odd,
        own,
        header: grid.value({ row: 1, column: 3 }),
        isWithinLimit: chargedCompanies <= MAY_SPEND,
      }).toEqual({ odd: [], own: [], header: 'Price', isWithinLimit: true });
      // The next one finds a file without a holder.
      world.state.clock.advance(130_000);
    }),
    { numRuns: times(20) },
  );
});
