import { SealedJournal, type Whose } from '../../shared/bulk/journal/seal';
import { startRun } from '../../shared/runs';
import { listUndo, undoRun } from '../../shared/bulk/undo/undo';
import { lookAtRun } from '../../shared/bulk/run/inspect';
import { resumeRun } from '../../shared/bulk/run/run';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import type { User } from '../fakes/apps-script/user';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { sandbox, useOneSpreadsheet, world } from './spreadsheet';

/** An editor who would have the owner's panel take a run for the owner's own. */

const SETTINGS = { quoted: 0, maxAgeMs: 30 * 86_400_000 };
const COMPANIES = 20;

let grid: SheetGrid;

useOneSpreadsheet();

/** A run of the owner that has spent its limit of 5 credits. */
beforeEach(async () => {
  grid = useCompanies(world, COMPANIES);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, COMPANIES, [NAME]);
  await panel.run((ports) => startRun(ports, plan, { ...SETTINGS, cap: 5 }));
});

type Parts = ReadonlyMap<string, string>;

const load = async (): Promise<Parts> => (await new BulkPanel(world, 'editor').host.ports.journal.load())!;

/** By the messages of a panel, once the owner's is gone. */
async function save(parts: Parts): Promise<void> {
  world.state.clock.advance(130_000);
  const { journal } = new BulkPanel(world, 'editor').host.ports;
  await journal.load();
  await journal.remove();
  await journal.save(parts);
}

function edited(parts: Parts, more: object): Parts {
  const head = JSON.parse(parts.get('head')!) as object;
  return new Map([...parts, ['head', JSON.stringify({ ...head, ...more })]]);
}

async function whose(user: User = 'owner'): Promise<Whose | undefined> {
  const found = await new BulkPanel(world, user).run(lookAtRun);
  return found.is === 'run' ? found.whose : undefined;
}

/** What the owner's panel says to everything that would write or spend on the journal's word. */
async function answers(): Promise<readonly unknown[]> {
  const codeOf = (thrown: { code: string }): string => thrown.code;
  const before = grid.copy();
  const resumed = await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 100 })).catch(codeOf);
  const undone = await new BulkPanel(world).run((ports) => undoRun(ports)).catch(codeOf);
  expect(grid.copy()).toEqual(before);
  return [resumed, undone, (await sandbox.ledger()).chargedCompanies];
}

it('a run is its owner’s own in each panel of theirs, and an editor’s in none', async () => {
  expect({ owner: await whose(), editor: await whose('editor') }).toEqual({ owner: 'own', editor: 'other' });
});

it('words in the journal do not make it own', async () => {
  await save(new Map([...edited(await load(), { whose: 'own', isOwn: true, cap: 1_000_000 }), ['whose', 'own']]));
  expect({ whose: await whose(), answers: await answers() }).toEqual({
    whose: 'other',
    answers: ['runNotOwn', 'runNotOwn', 5],
  });
});

it('words in the script’s answer do not make a journal own', async () => {
  await save(edited(await load(), { cap: 1_000_000 }));
  const panel = new BulkPanel(world);
  const { journal } = panel.host.ports;
  const lying = { ...journal, whose: () => 'own', isOwn: () => true };
  Object.assign(panel.host, { ports: { ...panel.host.ports, journal: lying } });
  const told = await panel.run((ports) => undoRun(ports)).catch((thrown: { code: string }) => thrown.code);
  expect(told).toBe('runNotOwn');
});

it('a seal by the editor’s own secret does not make a journal own', async () => {
  const parts = edited(await load(), { cap: 1_000_000 });
  const { ports } = new BulkPanel(world, 'editor').host;
  world.callRpc('setKey', ['trace_demo', 'anotherAccount'], { as: 'editor' });
  world.state.clock.advance(130_000);
  const journal = new SealedJournal(ports.journal, ports.seal);
  await journal.load();
  await journal.remove();
  await journal.save(new Map([...parts].filter(([name]) => name !== 'seal')));
  expect({
    inJournal: journal.whose,
    toEditor: await whose('editor'),
    toOwner: await whose(),
    answers: await answers(),
  }).toEqual({ inJournal: 'own', toEditor: 'own', toOwner: 'other', answers: ['runNotOwn', 'runNotOwn', 5] });
});

it('an older state that is put back is known as one, and gives its limit no second time', async () => {
  const older = await load();
  await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 3 }));
  await save(older);
  expect({ whose: await whose(), answers: await answers() }).toEqual({
    whose: 'older',
    answers: ['runNotOwn', 'runNotOwn', 8],
  });
});

it('a sequence that an editor sends as signed is noted for nobody but the editor', async () => {
  const { run } = JSON.parse((await load()).get('head')!) as { run: string };
  const noted = (): string | undefined => world.state.userProperties.owner.read()['TRACE_RUNS'];
  const before = noted();
  world.state.clock.advance(130_000);
  const { value } = world.callRpc('bulkJournal', [], { as: 'editor' }) as { value: { index: string } };
  const change = { was: value.index.slice(0, 8), index: value.index, slots: [], signed: [run, 0] };
  const keeping = {
    account: '',
    charged: [],
    entries: [],
    keepForSeconds: 0,
    hold: { holder: 'x', forMs: 1 },
    journal: change,
  };
  const kept = world.callRpc('bulkKeep', [keeping], { as: 'editor' });
  const ofEditor = world.state.userProperties.editor.read()['TRACE_RUNS'] ?? '';
  expect({ kept, isOfEditor: ofEditor.includes(run), noted: noted(), wasUnnoted: before === undefined }).toEqual({
    kept: { ok: true, value: { elsewhere: null, isOther: false } },
    isOfEditor: true,
    noted: before,
    wasUnnoted: false,
  });
});

it('the journal of another spreadsheet is nobody’s here', async () => {
  const parts = await load();
  const { spreadsheetId } = world.state;
  Object.assign(world.state, { spreadsheetId: 'spreadsheet-2' });
  try {
    await save(parts);
    expect({ whose: await whose(), answers: await answers() }).toEqual({
      whose: 'other',
      answers: ['runNotOwn', 'runNotOwn', 5],
    });
  } finally {
    Object.assign(world.state, { spreadsheetId });
  }
});

it('an undo is confirmed for the cells that were listed, and an edit in between has it asked again', async () => {
  await save(edited(await load(), { cap: 1_000_000 }));
  const panel = new BulkPanel(world);
  const listed = await panel.run(listUndo);
  grid.put({ row: 3, column: 2 }, 'mine');
  const told = await panel.run((ports) => undoRun(ports, listed)).catch((thrown: { code: string }) => thrown.code);
  const again = await panel.run(listUndo);
  await panel.run((ports) => undoRun(ports, again));
  expect({ told, rows: again.cells.map(({ row }) => row), column: columnOf(grid, 2, 6) }).toEqual({
    told: 'undoListStale',
    rows: [1, 3, 4, 5],
    column: ['', 'mine', '', '', '', ''],
  });
});

it('to list and to price asks for nothing that writes, and holds nothing', async () => {
  await save(edited(await load(), { cap: 1_000_000 }));
  const panel = new BulkPanel(world);
  await panel.run(listUndo);
  expect(
    panel.messages.filter((message) => !['bulkJournal', 'bulkSeal', 'bulkSheet', 'bulkAnchors'].includes(message)),
  ).toEqual([]);
});
