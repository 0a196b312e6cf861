import type { BuildOptions } from 'esbuild';

/** Options that functions and panel share. The licenses are in `NOTICES.txt`. */
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
