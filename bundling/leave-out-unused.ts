import type { Plugin } from 'esbuild';
import { resolve, sep } from 'node:path';

/** Nothing in the core acts when it is loaded, so what a bundle does not use of it stays out. */
export const LEAVE_OUT_UNUSED: Plugin = {
  name: 'leave-out-unused',
  setup({ initialOptions, onResolve, resolve: resolvePath }) {
    // esbuild reads no tsconfig for what a plugin resolves, and would define each field of a class at length.
    initialOptions.tsconfigRaw = { compilerOptions: { useDefineForClassFields: false } };
    onResolve({ filter: /^\./ }, async ({ path, resolveDir, importer, kind, pluginData }) => {
      if (pluginData === LEAVE_OUT_UNUSED.name) return undefined;
      const found = await resolvePath(path, { resolveDir, importer, kind, pluginData: LEAVE_OUT_UNUSED.name });
      return { ...found, sideEffects: !found.path.startsWith(resolve('shared') + sep) };
    });
  },
};
