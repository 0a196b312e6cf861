import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Lockfile } from '../../releasing/lockfile';

const run = promisify(execFile);
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'trace-wrangler-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('wrangler accepts the Worker and all of its settings, without a warning', async () => {
  // A dry run uploads nothing. Without its banner it does not ask for newer versions either.
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    USERPROFILE: home,
    WRANGLER_LOG_PATH: home,
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_SEND_METRICS: 'false',
  };
  const script = 'node_modules/wrangler/bin/wrangler.js';
  const { stdout, stderr } = await run(process.execPath, [script, 'deploy', '--dry-run', '--outdir', home], { env });
  const bindings = [...stdout.matchAll(/^env\.(.+?) {2,}(.+?) *$/gm)].map(([, name, kind]) => [name, kind]);
  expect({ bindings, warnings: stderr }).toEqual({
    bindings: [
      ['REQUESTS (3000 requests/60s)', 'Rate Limit'],
      ['REFUSED_KEYS (10 requests/60s)', 'Rate Limit'],
      ['ASSETS', 'Assets'],
      ['TRACE_API_URL ("https://api.tracedata.ai")', 'Environment Variable'],
    ],
    warnings: '',
  });
});

it('the runtime in which the Worker is tested is the one that wrangler has', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  const [project, wrangler] = [packages[''], packages['node_modules/wrangler']];
  expect(wrangler?.dependencies?.['miniflare']).toBe(project?.devDependencies?.['miniflare']);
});
