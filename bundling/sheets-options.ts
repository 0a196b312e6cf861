import type { BuildOptions } from 'esbuild';

/**
 * Options for both bundles. `es2020` because Apps Script refuses private and static class fields in their newer
 * syntax (https://developers.google.com/apps-script/guides/v8-runtime).
 */
export const COMMON = {
  bundle: true,
  target: 'es2020',
  minify: true,
  legalComments: 'none',
  charset: 'ascii',
  write: false,
  logLevel: 'silent',
} satisfies BuildOptions;

/** A file, with every source file that contributed to it. */
export interface Bundled {
  readonly text: string;
  readonly used: readonly string[];
}
