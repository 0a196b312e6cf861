import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

/** The names of a script's file and of all files that it imports before it runs. @param entry its source file */
export function importedBy(entry: string, { outputs }: Pick<Metafile, 'outputs'>): readonly string[] {
  const importsOf = (path: string): readonly string[] => [
    path,
    ...(outputs[path]?.imports ?? []).flatMap(({ kind, path: next }) =>
      kind === 'import-statement' ? importsOf(next) : [],
    ),
  ];
  const found = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
  if (found === undefined) throw new Error(`No script is made from ${entry}`);
  return [...new Set(importsOf(found).map((path) => basename(path)))];
}

/** Lets a page load these scripts at once, instead of one after another as each import is found. */
export function withPreloads(page: string, names: readonly string[]): string {
  const links = names.map((name) => `    <link rel="modulepreload" href="${name}" />\n`);
  return page.replace('  </head>', `${links.join('')}  </head>`);
}
