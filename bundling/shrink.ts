import { minify } from '@swc/core';

/**
 * A twentieth smaller than what esbuild makes of it: hosts load the whole script before the first cell is answered.
 *
 * `unsafe_arrows` is about functions that are called with `new`, of which there are none.
 *
 * @param kind `plain`: a script without template literals, unless it has some already
 */
export async function shrink(code: string, kind: 'script' | 'plain' | 'module' = 'script'): Promise<string> {
  const ecma = kind === 'plain' ? 5 : 2020;
  const shrunk = await minify(code, {
    module: kind === 'module',
    compress: { ecma, passes: 4, inline: 2, unsafe_arrows: true, unsafe_proto: true },
    mangle: true,
    format: { comments: false, ascii_only: true },
  });
  return shrunk.code;
}
