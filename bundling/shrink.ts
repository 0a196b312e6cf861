import { minify, type MinifyOptions } from 'terser';
import { toArrows } from './arrows';

const OPTIONS = {
  ecma: 2020,
  compress: { passes: 2, unsafe_arrows: true },
  format: { comments: false, ascii_only: true },
} satisfies MinifyOptions;

/**
 * A fourteenth smaller than what esbuild makes of it: hosts load the whole script before the first cell is answered.
 * That functions become arrow functions is safe here: none is called with `new`.
 */
export async function shrink(code: string): Promise<string> {
  const shrunk = await minified(code, OPTIONS);
  return minified(toArrows(shrunk), { ...OPTIONS, mangle: false });
}

async function minified(code: string, options: MinifyOptions): Promise<string> {
  const result = await minify(code, options);
  if (result.code === undefined) throw new Error('terser wrote nothing');
  return result.code;
}
