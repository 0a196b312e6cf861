import type { Plugin } from 'esbuild';
import icons from 'simple-icons/icons.json';
import { hostOf, readIconCompanies } from '../sandbox/data/icon-companies';
import { TECHNOLOGIES } from '../sandbox/data/technologies';

/**
 * What the sandbox reads of the icons: the name, the short name and the host of the source. Icons with the host of
 * another one count too, because a company has a host to itself.
 */
export const SHORT_ICONS: Plugin = {
  name: 'short-icons',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]simple-icons[\\/]data[\\/]simple-icons\.json$/ }, () => ({
      contents: JSON.stringify(listIcons()),
      loader: 'json',
    }));
  },
};

function listIcons(): readonly object[] {
  const read = new Set([...readIconCompanies(), ...TECHNOLOGIES].map(({ slug }) => slug));
  const hosts = new Set(icons.filter(({ slug }) => read.has(slug)).map(({ source }) => hostOf(source)));
  return icons
    .filter(({ source }) => hosts.has(hostOf(source)))
    .map(({ title, slug, source }) => ({ title, slug, source: new URL(source).origin }));
}
