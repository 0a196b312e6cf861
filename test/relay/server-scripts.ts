import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { builtOnce } from '../fakes/built-once';
import { readWranglerSettings } from './wrangler-settings';

const SOURCES = ['workbook', 'relay', 'sandbox', 'shared', 'test/relay', 'wrangler.jsonc'];
/** Not loaded where a build is given. */
const COMPILERS = ['esbuild', '../build', './build'];

/** The servers as one script each. */
export interface ServerScripts {
  /** `npm run addin`, given a build. */
  readonly addin: string;
  /** `npm start`, given a build. */
  readonly workbook: string;
  /** The relay or the workbook with other limits: `limited-process.ts`. */
  readonly limited: string;
  /** Cloudflare's runtime: `worker-process.ts`, with what it runs beside it. */
  readonly worker: string;
}

/**
 * They start in a fraction of the time that they take from their sources, which test files do a dozen times. That they
 * start from their sources too is shown by one test each (`node.test.ts`, `test/workbook/start.test.ts`).
 */
export async function serverScripts(): Promise<ServerScripts> {
  const folder = resolve(await builtOnce('servers', SOURCES, bundle));
  const script = (name: string): string => join(folder, `${name}.mjs`);
  return {
    addin: script('addin'),
    workbook: script('workbook'),
    limited: script('limited'),
    worker: script('worker-process'),
  };
}

async function bundle(outdir: string): Promise<void> {
  await Promise.all([
    build({
      entryPoints: {
        addin: 'relay/node.ts',
        workbook: 'workbook/main.ts',
        limited: 'test/relay/limited-process.ts',
        'worker-process': 'test/relay/worker-process.ts',
      },
      ...{ outdir, outExtension: { '.js': '.mjs' }, external: ['miniflare', ...COMPILERS] },
      ...{ bundle: true, splitting: true, platform: 'node', format: 'esm' },
    }),
    build({
      entryPoints: { worker: readWranglerSettings().main, 'limited-worker': 'test/relay/limited-worker.ts' },
      ...{ outdir, bundle: true, format: 'esm', target: 'es2022' },
    }),
  ]);
}
