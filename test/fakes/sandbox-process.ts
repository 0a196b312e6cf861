import { join } from 'node:path';
import { build } from 'esbuild';
import type { LogEntry } from '../../sandbox/request-log';
import { KeptSandboxes } from '../setup/kept-services.cjs';
import { builtOnce } from './built-once';

export const { keptSandboxes = new KeptSandboxes() } = globalThis as {
  keptSandboxes?: InstanceType<typeof KeptSandboxes>;
};

/** A fault to turn on; `sandbox/faults.ts` lists the names and their settings. */
export interface SandboxFault {
  readonly fault: string;
  /** How many requests it affects, 1 by default; `null`: all until the next reset. */
  readonly times?: number | null;
  /** The only operation it affects, such as `companies.batch`; `null`: every one. */
  readonly operation?: string | null;
  readonly [setting: string]: unknown;
}

export interface SandboxReset {
  readonly credits?: number;
}

interface SandboxLedger {
  readonly balance: number;
  readonly chargedCompanies: number;
}

/** The sandbox in its own process: our process could not serve a host that blocks while it waits (Sheets). */
export interface SandboxProcess {
  /** Without a path: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Turns faults on, in this order. */
  faults(...faults: readonly SandboxFault[]): Promise<void>;
  /** Restores the initial state: data, credits, log, clock, no faults. */
  reset(options?: SandboxReset): Promise<void>;
  /** The requests to `/v1` since the last reset, in the order they came. */
  log(): Promise<readonly LogEntry[]>;
  ledger(): Promise<SandboxLedger>;
  /** Moves the sandbox's clock forward. */
  advance(byMs: number): Promise<void>;
  /** Resolves once nothing is served there any more. */
  stop(): Promise<void>;
}

/**
 * Starts a new sandbox on a free port, in a process that may have served others. If it does not start, rejects with
 * what it wrote.
 */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const { origin, stop } = await keptSandboxes.take(await sandboxAfterSandbox());
  const control = async (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${origin}/_sandbox/${path}`, {
      method,
      // A kept connection would be closed unnoticed while a host in this thread blocks.
      headers: { 'Content-Type': 'application/json', Connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`sandbox, ${path}: HTTP ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    origin,
    async faults(...faults) {
      for (const fault of faults) await control('POST', 'faults', fault);
    },
    async reset(options = {}) {
      await control('POST', 'reset', options);
    },
    log: async () => (await control('GET', 'log')) as readonly LogEntry[],
    ledger: async () => (await control('GET', 'ledger')) as SandboxLedger,
    async advance(advanceMs) {
      await control('POST', 'clock', { advanceMs });
    },
    stop,
  };
}

/** The sandbox answers what the client expects. */
const SOURCES = ['sandbox', 'shared'];

/** The sandbox in one file, which starts three times as fast as its sources (test/sandbox/main.test.ts). */
export function sandboxScript(): Promise<string> {
  return bundled('sandbox', 'sandbox/main.ts', SOURCES);
}

function sandboxAfterSandbox(): Promise<string> {
  const entry = 'test/fakes/sandbox-after-sandbox.ts';
  return bundled('sandbox-after-sandbox', entry, [...SOURCES, entry]);
}

/** A script in one file, bundled once for all test files. */
export async function bundled(name: string, entry: string, from: readonly string[]): Promise<string> {
  const folder = await builtOnce(name, from, async (outDir) => {
    const outfile = join(outDir, 'main.mjs');
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile });
  });
  return join(folder, 'main.mjs');
}
