import type { SheetsWorld } from '../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { openWorld } from './open-world';

/** What answers the spreadsheet; as it was at the start before each test. Used in tests only. */
export let sandbox: SandboxProcess;
/** The spreadsheet of the test that runs. */
export let world: SheetsWorld;

interface SpreadsheetOptions {
  /** The owner's; `null`: none is set yet. */
  readonly key?: string | null;
  /** What formulas may spend; freely unless told. */
  readonly policy?: object;
}

/** Gives each test of a file a spreadsheet of its own, with the add-on as it ships. */
export function useSpreadsheets(options: SpreadsheetOptions = {}): void {
  beforeAll(async () => {
    sandbox = await startSandboxProcess();
  });
  beforeEach(async () => {
    await sandbox.reset();
    await open(options);
  });
  afterEach(() => world.stop());
  afterAll(() => sandbox.stop());
}

/** {@link useSpreadsheets} with one for all tests of a file, which put back themselves what they change in it. */
export function useOneSpreadsheet(options: SpreadsheetOptions = {}): void {
  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    await open(options);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => Promise.all([world.stop(), sandbox.stop()]));
}

/** One for all tests of a file, which send nothing: no key is set, and nothing answers. */
export function useUnconnectedSpreadsheet(): void {
  beforeAll(async () => {
    world = await openWorld('http://127.0.0.1:9');
  });
  afterAll(() => world.stop());
}

async function open({ key = 'trace_demo', policy }: SpreadsheetOptions): Promise<void> {
  world = await openWorld(sandbox.origin, policy);
  if (key !== null) world.callRpc('setKey', [key, 'anotherAccount']);
}

/** How many requests the service has had. */
export async function requests(): Promise<number> {
  return (await sandbox.log()).length;
}

/** How many companies the service has charged for. */
export async function charged(): Promise<number> {
  return (await sandbox.ledger()).chargedCompanies;
}
