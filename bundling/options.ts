import type { BuildOptions } from 'esbuild';

/**
 * Options of every script that ships. `es2020` because Apps Script refuses private and static class fields in their
 * newer syntax (https://developers.google.com/apps-script/guides/v8-runtime). The licenses are in `NOTICES.txt`.
 */
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

/** Options of both scripts for Google, whose pages may garble other characters. */
export const FOR_GOOGLE = { ...COMMON, charset: 'ascii', logLevel: 'silent', format: 'iife' } satisfies BuildOptions;

/** A file, with every source file that contributed to it. */
export interface Bundled {
  readonly text: string;
  readonly used: readonly string[];
}
