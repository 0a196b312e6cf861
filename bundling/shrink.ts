import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify, type MinifyOptions } from 'terser';

/**
 * `unsafe_arrows` is about functions that are called with `new`, of which there are none. Arrow functions in place of
 * all declared ones would save 2 % more, and start a tenth slower. Terser notes things in the options that it is given.
 */
function toOptions(kind: 'script' | 'module'): MinifyOptions {
  return {
    ecma: 2020,
    module: kind === 'module',
    compress: { passes: 4, inline: 1, unsafe_arrows: true, unsafe_proto: true },
    format: { comments: false, ascii_only: true },
  };
}

/** Has its version. */
const TERSER = 'node_modules/terser/package.json';

/**
 * A twentieth smaller than what esbuild makes of it: hosts load the whole script before the first cell is answered.
 *
 * Most of a build's time goes into it, and the tests build the same scripts several times: where `TRACE_SHRUNK` names a
 * folder, what was made of a script is kept there, by everything that it depends on.
 */
export async function shrink(code: string, kind: 'script' | 'module' = 'script'): Promise<string> {
  const options = toOptions(kind);
  const folder = process.env['TRACE_SHRUNK'] ?? '';
  if (folder === '') return minified(code, options);
  const key = createHash('sha256').update(readFileSync(TERSER)).update(JSON.stringify(options)).update(code);
  const path = join(folder, key.digest('hex'));
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const shrunk = await minified(code, options);
  mkdirSync(folder, { recursive: true });
  // Under its name only once all of it is there: another process may look for it.
  const partly = `${path}.${process.pid}`;
  writeFileSync(partly, shrunk);
  renameSync(partly, path);
  return shrunk;
}

async function minified(code: string, options: MinifyOptions): Promise<string> {
  const shrunk = await minify(code, options);
  if (shrunk.code === undefined) throw new Error('terser wrote nothing');
  return shrunk.code;
}
