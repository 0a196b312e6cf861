import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import icons from 'simple-icons/icons.json';
import { hostOf, readIconCompanies } from '../sandbox/data/icon-companies';
import { TECHNOLOGIES } from '../sandbox/data/technologies';
import { toSlug } from './title-slug';

/** An icon without its slug where the title gives it, as it mostly does. */
interface ShortIcon {
  readonly title: string;
  readonly host: string;
  readonly slug?: string;
}

/**
 * What the sandbox reads of the icons: the title, the slug and the host of the source. Icons with the host of another
 * one count too, because a company has a host to itself.
 */
export const SHORT_ICONS: Plugin = {
  name: 'short-icons',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]simple-icons[\\/]data[\\/]simple-icons\.json$/ }, () => ({
      contents: `
        import { toSlug } from './title-slug';
        export default ${JSON.stringify(listIcons())}
          .map(({ title, host, slug = toSlug(title) }) => ({ title, slug, source: 'https://' + host }));`,
      resolveDir: resolve('site'),
      loader: 'js',
    }));
  },
};

function listIcons(): readonly ShortIcon[] {
  const read = new Set([...readIconCompanies(), ...TECHNOLOGIES].map(({ slug }) => slug));
  const hosts = new Set(icons.filter(({ slug }) => read.has(slug)).map(({ source }) => hostOf(source)));
  return icons
    .filter(({ source }) => hosts.has(hostOf(source)))
    .map(({ title, slug, source }) => ({
      title,
      host: hostOf(source),
      ...(slug === toSlug(title) ? {} : { slug }),
    }));
}
