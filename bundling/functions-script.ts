import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { COMMON } from './excel-options';
import { usedInputs } from './used-inputs';

interface FunctionsScript {
  readonly text: string;
  /** A digest of what it does: the panel shares objects with these functions only. */
  readonly version: string;
  /** Every source file of which something is left in it. */
  readonly used: readonly string[];
}

/** `functions.js`: all functions in one classic script, whose name stays the same. */
export async function makeFunctionsScript(): Promise<FunctionsScript> {
  const { text } = await bundle('');
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { ...(await bundle(version)), version };
}

async function bundle(version: string): Promise<Omit<FunctionsScript, 'version'>> {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: ['excel-addin/functions-main.ts'],
    format: 'iife',
    define: { TRACE_FUNCTIONS_VERSION: JSON.stringify(version) },
  });
  return { text: outputFiles[0]!.text, used: usedInputs(metafile) };
}
