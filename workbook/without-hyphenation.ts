import type { Plugin } from 'esbuild';

/** `hu-DVk7Y_ka.js`: how a language is hyphenated. The grid loads each by its own name, except English. */
const PATTERNS = /@univerjs[\\/]engine-render[\\/]lib[\\/]es[\\/][a-z0-9-]+-[\w-]{8}\.js$/;
const ENGLISH = /[\\/]en-[^\\/]+$/;

/**
 * Half of the page's script would be the hyphenation of seventy languages, which cells never use: the grid hyphenates long
 * documents, and goes without where it finds no patterns.
 */
export const WITHOUT_HYPHENATION: Plugin = {
  name: 'without-hyphenation',
  setup({ onLoad }) {
    onLoad({ filter: PATTERNS }, ({ path }) => (ENGLISH.test(path) ? null : { contents: 'export {};', loader: 'js' }));
  },
};
