import { Log, LogLevel, Miniflare } from 'miniflare';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWranglerSettings } from './wrangler-settings';

/**
 * The Worker in Cloudflare's own runtime, with the settings of `wrangler.jsonc`; told where the API and the built add-in
 * are, it tells where it listens. A process of its own, since miniflare does not know the errors of jest's realm. Built
 * with the scripts beside it that it gives to the runtime: `server-scripts.ts`.
 */

/** Other limits than those of a release, where there are any. */
const [, , apiUrl = '', directory = '', limits] = process.argv;
const { compatibility_date, compatibility_flags, ratelimits, assets } = readWranglerSettings();
const read = (name: string): string => readFileSync(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), 'utf8');
const worker = new Miniflare({
  log: new Log(LogLevel.NONE),
  host: '127.0.0.1',
  port: 0,
  modules: true,
  script: limits === undefined ? read('worker') : `const TEST_LIMITS = ${limits};\n${read('limited-worker')}`,
  compatibilityDate: compatibility_date,
  compatibilityFlags: compatibility_flags,
  ratelimits: Object.fromEntries(ratelimits.map(({ name, simple }) => [name, { simple }])),
  bindings: { TRACE_API_URL: apiUrl },
  assets: {
    directory,
    binding: assets.binding,
    routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: assets.run_worker_first },
    assetConfig: { html_handling: assets.html_handling, not_found_handling: 'none' },
  },
});
process.send?.((await worker.ready).origin);
process.on('message', () => process.send?.(mostMemory()));
process.once('SIGTERM', () => void worker.dispose().then(() => process.exit(0)));

/** The most that Cloudflare's runtime has held so far, in bytes: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html. */
function mostMemory(): number {
  const states = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statusOf);
  const runtime = states.find(
    (state) => state.startsWith('Name:\tworkerd\n') && state.includes(`\nPPid:\t${process.pid}\n`),
  );
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(runtime ?? '')?.[1]) * 1024;
}

/** Empty for a process that has ended. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
