import { build } from 'esbuild';
import { COMMON } from './excel-options';
import { usedInputs } from './used-inputs';

interface FunctionsScript {
  readonly text: string;
  /** Every source file of which something is left in it. */
  readonly used: readonly string[];
}

/** `functions.js`: all functions in one classic script, whose name stays the same. */
export async function makeFunctionsScript(): Promise<FunctionsScript> {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: ['excel-addin/functions-main.ts'],
    format: 'iife',
  });
  return { text: outputFiles[0]!.text, used: usedInputs(metafile) };
}
