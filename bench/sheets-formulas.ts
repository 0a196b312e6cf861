import { setSpendPolicy } from '../test/fakes/apps-script/spend-policy';
import { AS_REPORTED } from '../test/fakes/apps-script/service-times';
import { SheetGrid } from '../test/fakes/apps-script/sheet/sheet-grid';
import { calculateTogether } from '../test/fakes/apps-script/threads/together';
import { buildAddon } from '../test/fakes/apps-script/built-addon';
import { API_ORIGIN } from '../test/fakes/apps-script/host';
import { SheetsWorld } from '../test/fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../test/fakes/sandbox-process';
import { against, type Table } from './table';

/** The times that Google and Trace take, on the stand-in's clock. */
const AS_GOOGLE = { atOnce: 30, times: AS_REPORTED, apiTakesMs: [500, 1_000] } as const;
const AT_ONCE = 30;
/** The length of the columns that are read. */
const MOST_ROWS = 1_001;

interface Written {
  readonly name: string;
  readonly count: number;
  /** With `#` for the row; `null`: one formula for all. */
  readonly formula: string;
  readonly budget: number;
  readonly setUp?: (world: SheetsWorld) => void;
}

/**
 * If formulas cannot be read, each 30 that run at once share a request. They meet by chance, so a fifth more may be
 * sent.
 */
const unread = (count: number): number => Math.ceil((count / AT_ONCE) * 1.2);
const map = (count: number): string => `=MAP(A2:A${count + 1},LAMBDA(domain,TRACE_COMPANY(domain)))`;

const FORMS: readonly Written[] = [
  { name: 'bare', count: 150, formula: '=TRACE_COMPANY(A#)', budget: 6 },
  { name: 'IFERROR(…)', count: 150, formula: '=IFERROR(TRACE_COMPANY(A#),"")', budget: 6 },
  { name: 'IF(A2="","",…)', count: 150, formula: '=IF(A#="","",TRACE_COMPANY(A#))', budget: 6 },
  { name: '…&""', count: 150, formula: '=TRACE_COMPANY(A#)&""', budget: 6 },
  { name: 'of TRIM(A2)', count: 150, formula: '=TRACE_COMPANY(TRIM(A#))', budget: 6 },
  { name: 'of Leads!A2', count: 150, formula: '=TRACE_COMPANY(Leads!A#)', budget: 6, setUp: addLeads },
  { name: 'of named cells', count: 150, formula: '=TRACE_COMPANY(domain_#)', budget: 6, setUp: nameCells },
  { name: 'in a named function', count: 150, formula: '=EMPLOYEES(A#)', budget: 6, setUp: nameFunction },
  { name: 'in MAP', count: 150, formula: map(150), budget: 6 },
  { name: 'bare', count: 1_000, formula: '=TRACE_COMPANY(A#)', budget: 12 },
  { name: 'IFERROR(…)', count: 1_000, formula: '=IFERROR(TRACE_COMPANY(A#),"")', budget: 12 },
  { name: 'IF(A2="","",…)', count: 1_000, formula: '=IF(A#="","",TRACE_COMPANY(A#))', budget: 12 },
  { name: '…&""', count: 1_000, formula: '=TRACE_COMPANY(A#)&""', budget: 12 },
  { name: 'of TRIM(A2)', count: 1_000, formula: '=TRACE_COMPANY(TRIM(A#))', budget: 12 },
  { name: 'of Leads!A2', count: 1_000, formula: '=TRACE_COMPANY(Leads!A#)', budget: 12, setUp: addLeads },
  {
    name: 'of named cells',
    count: 1_000,
    formula: '=TRACE_COMPANY(domain_#)',
    budget: unread(1_000),
    setUp: nameCells,
  },
  { name: 'in a named function', count: 1_000, formula: '=EMPLOYEES(A#)', budget: unread(1_000), setUp: nameFunction },
  { name: 'in MAP', count: 1_000, formula: map(1_000), budget: unread(1_000) },
  { name: 'one of A2:A', count: 1_000, formula: '=TRACE_COMPANY(A2:A)', budget: 10 },
  {
    name: 'one in ARRAYFORMULA',
    count: 1_000,
    formula: '=ARRAYFORMULA(TRACE_COMPANY(A2:A))',
    budget: 10,
  },
  {
    name: 'bare, every lock refused',
    count: 300,
    formula: '=TRACE_COMPANY(A#)',
    budget: 30,
    setUp: ({ state }) => void (state.locks.are = 'failing'),
  },
];

/** A column of cold formulas, 30 runs at once, in each form that people write. */
export async function benchSheetsFormulas(): Promise<Table> {
  const sandbox = await startSandboxProcess();
  const rows: string[][] = [];
  for (const written of FORMS) {
    const { requests, charged, again, calls, tookMs } = await measure(sandbox, written);
    rows.push([
      `${written.count.toLocaleString('en')}: ${written.name}`,
      String(requests),
      against(requests, written.budget),
      String(written.count),
      String(charged),
      String(calls),
      `${(tookMs / 1_000).toFixed(0)} s`,
      String(again),
      against(again, 0),
    ]);
  }
  await sandbox.stop();
  return {
    title: 'Google Sheets: formulas as users write them',
    note: `Cold columns of TRACE_COMPANY, ${AT_ONCE} runs at once. On the clock of the stand-in a call to Google takes 20 to 60 ms, each value that is cached 30 ms more, the start of a run 0.8 s, and Trace 0.5 to 1 s. Requests and calls are counted.`,
    head: [
      '',
      'requests',
      'budget',
      'one call per cell',
      'credits',
      'calls to Google',
      'all answered after',
      'requests when recalculated',
      'budget',
    ],
    rows,
  };
}

async function measure(sandbox: SandboxProcess, { count, formula, setUp }: Written) {
  await sandbox.reset();
  const world = new SheetsWorld({ ...(await buildAddon()), origins: { [API_ORIGIN]: sandbox.origin } });
  world.state.keepsRoom = true;
  setSpendPolicy(world, { mode: 'freely' });
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const grid = world.state.sheets[0]!;
  grid.layout.rows = count + 100;
  const isOne = !formula.includes('#');
  for (let row = 2; row < count + 2; row += 1) {
    grid.enter(`A${row}`, `company-${row - 1}.example`);
    if (!isOne || row === 2) grid.put({ row, column: 2 }, formula.replace(/#/g, String(row)));
  }
  setUp?.(world);
  const startMs = world.state.clock.nowMs();
  const outcomes = await calculateTogether(world, AS_GOOGLE);
  const tookMs = world.state.clock.nowMs() - startMs;
  const requests = (await sandbox.log()).length;
  check(grid, count);
  grid.recalculate();
  world.calculate();
  check(grid, count);
  const again = (await sandbox.log()).length - requests;
  const { chargedCompanies: charged } = await sandbox.ledger();
  await world.stop();
  return { requests, charged, again, tookMs, calls: outcomes.reduce((sum, { calls }) => sum + calls.length, 0) };
}

function check(grid: SheetGrid, count: number): void {
  for (let row = 2; row < count + 2; row += 1) {
    const shown = grid.value({ row, column: 2 });
    if (shown !== `Company ${row - 1}`) throw new Error(`row ${row} shows ${String(shown)}`);
  }
}

function addLeads({ state }: SheetsWorld): void {
  const leads = new SheetGrid(7, 'Leads');
  for (let row = 2; row <= MOST_ROWS; row += 1) leads.enter(`A${row}`, `company-${row - 1}.example`);
  state.sheets.push(leads);
}

function nameCells({ state }: SheetsWorld): void {
  for (let row = 2; row <= MOST_ROWS; row += 1) state.namedRanges.set(`DOMAIN_${row}`, `Sheet1!$A$${row}`);
}

function nameFunction({ state }: SheetsWorld): void {
  state.namedFunctions.set('EMPLOYEES', { params: ['domain'], formula: '=IFERROR(TRACE_COMPANY(domain),"")' });
}
