import { findEnrichment } from '../../../shared/enrich/enrichment';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { openWorld } from '../open-world';

/** Messages and answers that Google loses. */

const ROWS = 8;

let sandbox: SandboxProcess;
let world: SheetsWorld;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  world = await openWorld(sandbox.origin);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

afterAll(() => Promise.all([world.stop(), sandbox.stop()]));

/** Messages from one on, so many of them, of which the page is told that Google did not run them. */
function cutOff(panel: BulkPanel, from: number, count: number, isRun: boolean): void {
  const { server } = panel;
  const answer = server.answer.bind(server);
  const end = panel.messages.length + from + count;
  server.answer = async (name, args) => {
    const number = panel.messages.length;
    const isCut = number >= end - count && number < end;
    const came = isCut && !isRun ? '' : await answer(name, args);
    return isCut ? JSON.stringify({ ok: false, text: 'NetworkError' }) : came;
  };
}

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    (end) => (end as { readonly is: string }).is,
    (thrown: { readonly code?: string; readonly message: string }) => thrown.code ?? thrown.message,
  );

it.each([
  ['the answer to one message', 1, true],
  ['one message', 1, false],
  ['three messages', 3, false],
  ['the answers to three messages', 3, true],
])('a connection that loses %s, whichever it is: the run goes on at once', async (_name, count, isRun) => {
  const wrong: unknown[] = [];
  let tried = 0;
  let isLost = true;
  for (let from = 1; isLost; from += 1) {
    await sandbox.reset();
    const grid = useCompanies(world, ROWS);
    const panel = new BulkPanel(world);
    const plan = await planAll(panel, ROWS, [NAME]);
    cutOff(panel, from, count, isRun);
    const sent = panel.messages.length;
    const first = await codeOf(panel.start(plan));
    const all = panel.messages.slice(sent);
    isLost = all.length >= from;
    let found = await codeOf(panel.run(findEnrichment));
    while (found === 'scriptNotRun') found = await codeOf(panel.run(findEnrichment));
    const next = (): Promise<unknown> => (found === 'none' ? panel.start(plan) : panel.resume({ rest: 100_000 }));
    const second = first === 'done' ? 'done' : await codeOf(next());
    const isRight = columnOf(grid, 2, ROWS).every((value, index) => value === `Company ${index + 1}`);
    const { chargedCompanies } = await sandbox.ledger();
    const came = [second, isRight, chargedCompanies];
    const isWhole = JSON.stringify(came) === JSON.stringify(['done', true, ROWS]);
    if (!isWhole) wrong.push([from, all[from - 1], first, found, ...came]);
    tried = from;
  }
  expect({ wrong, hasManyMessages: tried > 15 }).toEqual({ wrong: [], hasManyMessages: true });
});

it('answers of the service that Google loses count against the limit', async () => {
  await sandbox.reset();
  useCompanies(world, 200);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 200, [NAME]);
  const { server } = panel;
  const answer = server.answer.bind(server);
  let lost = 0;
  server.answer = async (name, args) => {
    const came = await answer(name, args);
    const isLost = args.startsWith('["exchange"') && (lost += 1) <= 7;
    return isLost ? JSON.stringify({ ok: false, text: 'NetworkError' }) : came;
  };
  const end = await panel.start(plan, { cap: 100 });
  const { chargedCompanies } = await sandbox.ledger();
  expect(lost).toBeGreaterThanOrEqual(7);
  expect({ creditsUsed: end.enrichment.spent.used, chargedCompanies }).toEqual({
    creditsUsed: 100,
    chargedCompanies: 100,
  });
});

it('an undo whose answers get lost is done again at once, and puts back all', async () => {
  const wrong: unknown[] = [];
  const sentByUndo: number[] = [];
  for (const isRun of [true, false]) {
    let isLost = true;
    for (let from = 1; isLost; from += 1) {
      const grid = useCompanies(world, ROWS);
      const panel = new BulkPanel(world);
      const plan = await planAll(panel, ROWS, [NAME]);
      await panel.start(plan);
      cutOff(panel, from, 1, isRun);
      const sent = panel.messages.length;
      const first = await codeOf(panel.undo());
      const all = panel.messages.slice(sent);
      isLost = all.length >= from;
      if (!isLost) sentByUndo.push(all.length);
      let found = await codeOf(panel.run(findEnrichment));
      const second = found === 'none' ? '' : await codeOf(panel.undo());
      if (found !== 'none') found = await codeOf(panel.run(findEnrichment));
      const { column } = grid.filled();
      if (found !== 'none' || column !== 1) wrong.push([isRun, from, all[from - 1], first, second, found, column]);
    }
  }
  expect({ wrong, hasManyMessages: sentByUndo.every((sent) => sent > 8) }).toEqual({
    wrong: [],
    hasManyMessages: true,
  });
});
