import { callsOnlyTrace } from '../../shared/panel';
import { startRun } from '../../shared/runs';
import { lookAtRun } from '../../shared/bulk/run/inspect';
import { resumeRun } from '../../shared/bulk/run/run';
import type { RunPorts } from '../../shared/bulk/sheet/ports';
import { undoRun } from '../../shared/bulk/undo/undo';
import fc from 'fast-check';
import { toPlaceholder } from '../../apps-script/placeholder';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { FORGERY, forge, type Forgery } from '../fakes/forgeries';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { times } from '../setup/chance';
import { sandbox, useOneSpreadsheet, world } from './spreadsheet';

const ROWS = 12;
const MAY_SPEND = 2;
const OUT = toPlaceholder({ retry: '0123abcd', index: 0 });

let honest: Readonly<Record<string, string>>;
let values: readonly unknown[];
let cached: readonly (readonly [bucket: string, value: string])[];

useOneSpreadsheet({ policy: { mode: 'ask' } });
beforeAll(async () => {
  const grid = useCompanies(world, ROWS);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, ROWS, [NAME]);
  await panel.run((ports) => startRun(ports, plan, { cap: 5, quoted: 5, maxAgeMs: 30 * 86_400_000 }));
  world.state.clock.advance(700_000);
  const startedAtMs = world.state.clock.nowMs() - 650_000;
  const retry = { startedAtMs, formulas: ['=TRACE_TECH(R[0]C[-4])'], indexes: [0] };
  world.state.documentProperties.write('TRACE_RETRY_0123abcd_0', JSON.stringify(retry));
  honest = world.state.documentProperties.read();
  values = columnOf(grid, 2, ROWS);
  const texts = world.state.documentCache.texts();
  cached = texts.flatMap((text, at) => (at % 2 === 0 ? [[text, texts[at + 1]!] as const] : []));
});

/** The file as the owner has left it: a run that has spent its limit, a price list of the owner's own, a retry that broke off. */
function useFile(): SheetGrid {
  const { documentProperties } = world.state;
  const grid = useCompanies(world, ROWS);
  grid.put({ row: 1, column: 2 }, 'name');
  values.forEach((value, at) => grid.put({ row: at + 2, column: 2 }, value));
  grid.put({ row: 1, column: 3 }, 'Price');
  for (let row = 2; row <= ROWS + 1; row += 1) grid.put({ row, column: 3 }, 'secret');
  grid.layout.protectedAreas.push({ row: 1, column: 3, rows: ROWS + 1, columns: 1 });
  grid.hold({ row: 2, column: 5 }, OUT);
  for (const [name, text] of Object.entries(honest)) documentProperties.write(name, text);
  return grid;
}

/** As whoever edits the file can: each stored text may be another. */
function edit(forgeries: readonly Forgery[]): void {
  const { documentProperties } = world.state;
  for (const forgery of forgeries) {
    const names = Object.keys(documentProperties.read());
    const name = names[Math.floor(forgery.text * names.length)]!;
    // Pieces of a journal begin with their mark; a page that keeps it would reckon that anew.
    const [, head = '', text = ''] = /^(\d+\|[^|]*\|)?([\s\S]*)$/.exec(documentProperties.read()[name]!) ?? [];
    documentProperties.write(name, head + forge(text, forgery));
  }
}

/** The answers that Google's cache had, some of them another; without a forgery there is none, so that the rest must be paid for. */
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

/** The journal, moved from the properties to the hidden sheet as a long one is, where anybody can type. */
function moveToSheet(forgeries: readonly Forgery[]): void {
  const { documentProperties, sheets } = world.state;
  const stored = documentProperties.read();
  const [, mark = '', entries = '[]'] = /^([a-z]{8})(\[.*)$/s.exec(stored['TRACE_RUN'] ?? '') ?? [];
  const hidden = new SheetGrid(9, '_trace');
  hidden.put(
    { row: 1, column: 1 },
    'Trace saves enrichments here so that you can resume or undo them. It deletes the sheet afterwards.',
  );
  for (const [name, text] of Object.entries(stored)) {
    const [, slot] = /^TRACE_RUN_(\d)$/.exec(name) ?? [];
    if (slot === undefined) continue;
    hidden.put({ row: Number(slot) + 2, column: 1 }, text);
    documentProperties.remove(name);
  }
  const moved = (JSON.parse(entries) as readonly (readonly unknown[])[]).map(([name, stamp, ...slots]) => {
    return [name, stamp, ...slots.map((slot) => Number(slot) + 8)];
  });
  documentProperties.write('TRACE_RUN', mark + JSON.stringify(moved));
  for (const forgery of forgeries) {
    const row = 2 + Math.floor(forgery.place * 9);
    hidden.put({ row, column: 1 }, forge(String(hidden.value({ row, column: 1 })), forgery));
  }
  sheets.push(hidden);
}

/** A journal as a panel of the editor keeps it, so that all of it fits together but what it says. */
async function editJournal(forgeries: readonly Forgery[]): Promise<void> {
  const { ports } = new BulkPanel(world, 'editor').host;
  const parts = await ports.journal.load();
  if (parts === null) return;
  const names = [...parts.keys()];
  const changed = new Map(parts);
  for (const forgery of forgeries) {
    const name = names[Math.floor(forgery.text * names.length)]!;
    changed.set(name, forge(changed.get(name)!, forgery));
  }
  await ports.journal.save(changed);
}

const SOME = fc.array(FORGERY, { maxLength: 3 });

it('whatever a file holds, the panel writes no formula but calls of Trace, no protected cell, and spends no more than is said', async () => {
  await fc.assert(
    fc.asyncProperty(SOME, SOME, SOME, fc.option(SOME), async (ofJournal, ofTexts, ofCache, ofSheet) => {
      await sandbox.reset();
      const grid = useFile();
      await editJournal(ofJournal);
      if (ofSheet !== null) moveToSheet(ofSheet);
      edit(ofTexts);
      editCache(ofCache);
      const panel = new BulkPanel(world);
      await panel.run(lookAtRun);
      world.callRpc('restoreFormulas');
      world.callRpc('retryProblems');
      world.callRpc('spending');
      const again = (ports: RunPorts): Promise<unknown> => resumeRun(ports, { rest: MAY_SPEND, again: 'unplaced' });
      for (const errand of [again, undoRun]) {
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
      // The next one finds a file that nobody holds.
      world.state.clock.advance(130_000);
    }),
    { numRuns: times(40) },
  );
});
