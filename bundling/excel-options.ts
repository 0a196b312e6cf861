import type { BuildOptions, Plugin } from 'esbuild';
import { LEAVE_OUT_UNUSED } from './leave-out-unused';

/** What the functions and the panel have in common. */
export const COMMON = {
  bundle: true,
  target: 'es2020',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  write: false,
  metafile: true,
} satisfies BuildOptions;

/** For scripts that are larger and do the same. */
export const QUICK: Plugin[] = [LEAVE_OUT_UNUSED];
