import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { LogEntry } from '../../sandbox/request-log';
import { builtOnce } from './built-once';

const START_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 30_000;

/** A fault to switch on; `sandbox/faults.ts` lists the names and their settings. */
export interface SandboxFault {
  readonly fault: string;
  /** How many requests it meets, 1 unless told; `null`: all until the next reset. */
  readonly times?: number | null;
  /** The only operation it meets, such as `companies.batch`; `null`: every one. */
  readonly operation?: string | null;
  readonly [setting: string]: unknown;
}

export interface SandboxReset {
  readonly credits?: number;
  readonly rateLimitPerMinute?: number;
}

interface SandboxLedger {
  readonly balance: number;
  readonly chargedCompanies: number;
}

/** The sandbox in a process of its own: a host that blocks while it waits (Sheets) could not be served from ours. */
export interface SandboxProcess {
  /** Without a path: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Switches faults on, in this order. */
  faults(...faults: readonly SandboxFault[]): Promise<void>;
  /** Everything as it was at the start: data, credits, log, clock, no faults. */
  reset(options?: SandboxReset): Promise<void>;
  /** The requests to `/v1` since the last reset, in the order they came. */
  log(): Promise<readonly LogEntry[]>;
  ledger(): Promise<SandboxLedger>;
  /** Moves the sandbox's clock forward. */
  advance(byMs: number): Promise<void>;
  /** Resolves once the process is gone. */
  stop(): Promise<void>;
}

/** Starts the sandbox on a free port. Rejects with what it wrote where it does not start. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const child = fork(await sandboxScript(), {
    // Jest's own loader options are not for the child.
    execArgv: [],
    env: { ...process.env, PORT: '0', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const origin = await readOrigin(child);
  const control = async (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${origin}/_sandbox/${path}`, {
      method,
      // A connection that is kept would be closed unseen while a host in this thread blocks.
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
    stop: () => stop(child),
  };
}

/** The sandbox in one file: it starts three times as fast as from its sources (test/sandbox/main.test.ts), which some thirty test files do. */
export async function sandboxScript(): Promise<string> {
  return join(await builtOnce('sandbox', ['sandbox'], bundle), 'main.mjs');
}

async function bundle(outDir: string): Promise<void> {
  const outfile = join(outDir, 'main.mjs');
  await build({ entryPoints: ['sandbox/main.ts'], bundle: true, platform: 'node', format: 'esm', outfile });
}

async function readOrigin(child: ChildProcess): Promise<string> {
  const written: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), START_WITHIN_MS);
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal: late.signal }),
      once(child, 'exit', { signal: late.signal }).then(() => {
        throw new Error(`the sandbox did not start: ${written.join('')}`);
      }),
    ]);
    return (message as { origin: string }).origin;
  } catch (error) {
    child.kill('SIGKILL');
    throw late.signal.aborted ? new Error(`the sandbox did not start in time: ${written.join('')}`) : error;
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

/** The sandbox ends by itself when it loses its parent, so a test that forgets this leaves nothing behind. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(timer);
}
