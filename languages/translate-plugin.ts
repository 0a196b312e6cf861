import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { builderHelp } from '../shared/reference';
import { translateHelp } from './function-help';
import { isTranslated } from './translated-files';
import { translateSource, type Say } from './translate-source';

/** A second copy of the sentences, in the language of the panel: those of cells stay in English. */
const IN_PANEL = 'in-panel';
const SENTENCES = resolve('shared/errors/sentences.ts');

/** Replaces English texts by those of another language while a panel or a menu is bundled. */
export function translate(say: Say): Plugin {
  const read = async (path: string) =>
    ({
      contents: translateSource(path, await readFile(path, 'utf8'), say),
      loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
      resolveDir: resolve(path, '..'),
    }) as const;
  const readCount = () => read(resolve('languages/plural-count.ts'));
  return {
    name: 'translate',
    setup({ onLoad, onResolve, resolve: resolvePath }) {
      onLoad({ filter: /[\\/]sentence-in-panel\.ts$/ }, ({ path }) => ({
        contents: `import { SENTENCES } from '${IN_PANEL}';
          export const sentenceInPanel = ({ code, facts }) => SENTENCES[code](facts);`,
        resolveDir: resolve(path, '..'),
      }));
      onResolve({ filter: /^in-panel$/ }, () => ({ path: SENTENCES, namespace: IN_PANEL }));
      onResolve({ filter: /^\./, namespace: IN_PANEL }, async ({ path, resolveDir, kind }) => {
        const found = await resolvePath(path, { resolveDir, kind });
        return found.path.includes('sentences') ? { path: found.path, namespace: IN_PANEL } : found;
      });
      onLoad({ filter: /[\\/]sentences[\\/]count\.ts$/, namespace: IN_PANEL }, readCount);
      onLoad({ filter: /[\\/]sentences[\\/]place\.ts$/, namespace: IN_PANEL }, () => ({
        contents: "export const ON_A_COMPUTER = '';",
      }));
      onLoad({ filter: /./, namespace: IN_PANEL }, ({ path }) => read(path));
      onLoad({ filter: /[\\/]count-in-panel\.ts$/ }, readCount);
      onLoad({ filter: /[\\/]builder-help\.ts$/ }, () => ({
        contents: `export const builderHelp = () => (${JSON.stringify(translateHelp(builderHelp(), say))});`,
        loader: 'js',
      }));
      onLoad({ filter: /\.tsx?$/, namespace: 'file' }, ({ path }) =>
        isTranslated(relative(resolve('.'), path)) ? read(path) : undefined,
      );
    },
  };
}
