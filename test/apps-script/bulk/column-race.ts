import { planRun, startEnrichment, triage } from '../../../shared/runs';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import type { Plan } from '../../../shared/enrich/plan/plan';
import type { RunPorts } from '../../../shared/enrich/sheet/ports';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { NAME } from './bulk-file';
import { performEdit, shownColumns, type Columns, type Edit } from './edited-columns';
import { openWorld } from '../open-world';

/** A table whose columns a user changes between two calls of a write. */
export interface Table {
  readonly titles: readonly string[];
  /** Whether the columns to fill hold something before. */
  readonly isFilled: boolean;
  readonly hasTitles?: boolean;
}

interface Acted {
  readonly end: Record<string, unknown>;
  readonly seen: readonly string[];
  readonly isDone: boolean;
}

export const ROWS = 4;
/** The first call that reads the sheet; those before touch key, books and cache. */
const FIRST_READ = 32;
const SETTINGS = { maxAgeMs: 30 * 86_400_000, cap: null, quoted: 0 };
const DAY_MS = 86_400_000;
const EMPLOYEES: Choice = { adds: 'company', field: 'employees' };
const CHOICES: Readonly<Record<string, Choice>> = { Company: NAME, Employees: EMPLOYEES };

let sandbox: SandboxProcess;
let world: SheetsWorld;
let panel: BulkPanel;
export let grid: SheetGrid;

export function useColumnRaces(): void {
  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    world = await openWorld(sandbox.origin);
    world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  });
  // Google's daily limits start again.
  beforeEach(() => world.state.clock.advance(DAY_MS));
  afterEach(() => void (world.state.meanwhile = null));
  afterAll(() => Promise.all([world.stop(), sandbox.stop()]));
}

function columnsOf({ titles, isFilled, hasTitles = true }: Table): Columns {
  return titles.map((title) => {
    const toCell = (row: number): unknown => {
      if (title === 'Domain') return `company-${row}.example`;
      if (title in CHOICES) return isFilled ? `old ${row}` : '';
      return `${title} ${row}`;
    };
    const cells = Array.from({ length: ROWS }, (_row, at) => toCell(at + 1));
    return hasTitles ? [title, ...cells] : cells;
  });
}

/** A new sheet with the table, and a new panel. */
export async function useTable(table: Table): Promise<void> {
  await sandbox.reset();
  grid = new SheetGrid(7, 'Leads');
  for (const [at, column] of columnsOf(table).entries()) {
    for (const [row, value] of column.entries()) grid.hold({ row: row + 1, column: at + 1 }, value);
  }
  const { state } = world;
  state.metadata.sheetDeleted('7');
  state.sheets.splice(0, Infinity, grid);
  state.selection = { sheetId: 7, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
  state.documentProperties.clear();
  state.documentCache.clear();
  panel = new BulkPanel(world);
}

/** A run that fills the columns of the table, or new ones where it has none to fill. */
export async function planTable({ titles, hasTitles = true }: Table): Promise<(ports: RunPorts) => Promise<unknown>> {
  const [domains] = columnsOf({ titles: ['Domain'], isFilled: true, hasTitles });
  const { header, rows } = triage(
    domains!.map((value) => [value as string]),
    0,
  );
  const known = titles.filter((title) => title in CHOICES).map((title) => CHOICES[title]!);
  const plan: Plan = await panel.run((ports) =>
    planRun(ports, {
      sheet: '7',
      inputColumn: titles.indexOf('Domain'),
      headerRow: header?.row ?? null,
      rows,
      choices: known.length > 0 ? known : [NAME, ...(hasTitles ? [EMPLOYEES] : [])],
      where: known.length > 0 ? 'sameTitles' : 'newColumns',
      mode: 'overwrite',
      isOverwriteConfirmed: true,
      withHidden: true,
    }),
  );
  return (ports) => startEnrichment(ports, plan, SETTINGS);
}

/** Lets the user act before one call, counted over all writes of an errand. */
export async function actBefore(
  call: number,
  edit: Edit,
  errand: (ports: RunPorts) => Promise<unknown>,
): Promise<Acted> {
  const seen: string[] = [];
  let isDone = false;
  panel.before = (message) => {
    world.state.meanwhile =
      message === 'bulkWrite' && !isDone
        ? (calls) => {
            seen.push(calls[calls.length - 1]!);
            if (seen.length !== call) return;
            isDone = true;
            performEdit(world.state, grid, edit);
          }
        : null;
  };
  const end = (await panel.run(errand).catch((thrown: unknown) => thrown)) as Record<string, unknown>;
  world.state.meanwhile = null;
  panel.before = () => undefined;
  return { end, seen, isDone };
}

/**
 * Acts at each call from the first that reads the sheet, and at a few before it.
 *
 * @param act returns the calls that were made
 */
export async function atEachCall(act: (call: number) => Promise<readonly string[]>): Promise<void> {
  let calls = 1;
  const next = (call: number): number => (call < FIRST_READ ? Math.min(call + 6, FIRST_READ) : call + 1);
  for (let call = 1; call <= calls; call = next(call)) calls = Math.max(calls, (await act(call)).length);
  expect(calls).toBeGreaterThan(FIRST_READ);
}

export function shown(): Columns {
  return shownColumns(grid, ROWS + 1);
}
