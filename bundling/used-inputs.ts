import type { Metafile } from 'esbuild';

/**
 * The source files that contributed to a bundle, sorted.
 *
 * @returns paths from the project's folder, with `/`
 */
export function usedInputs({ outputs }: Pick<Metafile, 'outputs'>): readonly string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return [...new Set(used)].sort();
}
