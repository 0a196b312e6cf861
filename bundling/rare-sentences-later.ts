import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const SPREAD = '...RARE_SENTENCES,';

/** Leaves the sentences of rare functions to the script that has these functions (`excel-addin/rare-part.ts`). */
export const RARE_SENTENCES_LATER: Plugin = {
  name: 'rare-sentences-later',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]shared[\\/]errors[\\/]sentences\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes(SPREAD)) throw new Error(`${path} does not spread RARE_SENTENCES`);
      return { contents: text.replace(SPREAD, ''), loader: 'ts' };
    });
  },
};
