import { minify } from 'terser';

/** A twentieth smaller than what esbuild makes of it: hosts load the whole script before the first cell is answered. */
export async function shrink(code: string): Promise<string> {
  const shrunk = await minify(code, {
    ecma: 2020,
    compress: { passes: 2 },
    format: { comments: false, ascii_only: true },
  });
  if (shrunk.code === undefined) throw new Error('terser wrote nothing');
  return shrunk.code;
}
