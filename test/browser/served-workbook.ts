import type { Browser } from 'playwright-core';
import type { WorkbookOptions } from '../../workbook/served/server';
import { bundled, keptSandboxes } from '../fakes/sandbox-process';
import { builtFolders } from '../workbook/built';
import { leaveBrowser, takeBrowser } from './kept-browser';

export interface ServedWorkbook {
  readonly browser: Browser;
  readonly origin: string;
  /** Orders something of the embedded sandbox: `faults`, `reset`, `clock`. */
  readonly control: (order: string, body: object) => Promise<void>;
  /** Asks the service like another client of the same account. */
  readonly elsewhere: (method: string, path: string, body?: object) => Promise<void>;
  /** How many credits the embedded sandbox has charged by its own ledger. */
  readonly charged: () => Promise<number>;
}

type Server = Awaited<ReturnType<typeof keptSandboxes.take>>;

const ENTRY = 'test/fakes/workbook-after-workbook.ts';
const SOURCES = ['workbook', 'relay', 'sandbox', 'shared', 'test/workbook/built.ts', ENTRY];

/** In a process that may have served others: each test file would load the server's modules again. */
async function startUsual(): Promise<Server> {
  return keptSandboxes.take(await bundled('workbook-after-workbook', ENTRY, SOURCES));
}

async function startWith(options: Partial<WorkbookOptions>): Promise<Server> {
  const { startWorkbook } = await import('../../workbook/served/server');
  return startWorkbook({ port: 0, apiUrl: null, sandboxControl: true, ...builtFolders(), ...options });
}

/** Serves the built workbook to a browser for the tests of one file. What it gives may be used in tests only. */
export function serveWorkbook(options?: Partial<WorkbookOptions>): ServedWorkbook {
  let browser: Browser | undefined;
  let server: Server | undefined;
  beforeAll(async () => {
    server = await (options === undefined ? startUsual() : startWith(options));
    browser = await takeBrowser();
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    await server?.stop();
  });
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the workbook is served in tests only');
    return part;
  };
  return {
    get browser() {
      return started(browser);
    },
    get origin() {
      return started(server).origin;
    },
    async control(order, body) {
      const sent = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
      const { ok } = await fetch(`${started(server).origin}/_sandbox/${order}`, sent);
      if (!ok) throw new Error(`the sandbox did not take ${order}`);
    },
    async elsewhere(method, path, body) {
      const headers = { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const { ok } = await fetch(`${started(server).origin}/v1${path}`, { method, headers, ...sent });
      if (!ok) throw new Error(`the sandbox did not take ${method} ${path}`);
    },
    async charged() {
      const response = await fetch(`${started(server).origin}/_sandbox/ledger`);
      return ((await response.json()) as { readonly chargedCompanies: number }).chargedCompanies;
    },
  };
}
