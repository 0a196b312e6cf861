import { startSandboxProcess, type SandboxProcess } from '../sandbox-process';
import { excelAddinFiles } from './functions-bundle';
import { ExcelRuntime, type RuntimeOptions } from './runtime';

/** A sandbox, and the pages that tests open on it one after another. */
export interface ExcelSession {
  readonly sandbox: SandboxProcess;
  /** A new page, as after reopening the file; the previous one is closed. */
  open(options?: Partial<RuntimeOptions>): ExcelRuntime;
  stop(): Promise<void>;
}

/** A key that the sandbox accepts. */
export const DEMO_KEY = 'trace_demo';

/** How much faster pauses between retries pass, unless a test says otherwise. */
const HURRY = 20;

/** For tests of single cells: the window in which others would gather passes quickly. */
export const SINGLE_CELLS = { shortHurry: 20 };

/** @param common options for every page */
export async function startExcelSession(common: Partial<RuntimeOptions> = {}): Promise<ExcelSession> {
  const [sandbox, { functions: bundle }] = await Promise.all([startSandboxProcess(), excelAddinFiles()]);
  let opened: ExcelRuntime | null = null;
  return {
    sandbox,
    open(options = {}) {
      opened?.stop();
      opened = new ExcelRuntime({ origin: sandbox.origin, bundle, hurry: HURRY, ...common, ...options });
      if (options.storage === undefined) opened.storage.setItem('trace.apiKey', DEMO_KEY);
      return opened;
    },
    async stop() {
      opened?.stop();
      await sandbox.stop();
    },
  };
}
