import type { BuildOptions } from 'esbuild';

/** What the functions and the panel have in common. `NOTICES.txt` has the licenses. */
export const COMMON = {
  bundle: true,
  target: 'es2020',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  write: false,
  metafile: true,
} satisfies BuildOptions;
