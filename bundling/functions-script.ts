import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { COMMON } from './options';
import { usedInputs } from './used-inputs';

interface FunctionsScript {
  readonly text: string;
  /** A digest of its code: the panel shares objects only with these functions. */
  readonly version: string;
  /** Every source file that contributed to it. */
  readonly used: readonly string[];
}

/** `functions.js`: all functions in one classic script with a fixed name. */
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
