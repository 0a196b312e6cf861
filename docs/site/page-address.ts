import { toProblemAddress } from './problems';

/** The reference for readers of the repository. On the site each function has its own page. */
const REFERENCE = 'functions.md';
/** The files of all problems. On the site each problem has its own page, and one lists them. */
const PROBLEMS = 'problems/';
const HOST = 'https://docs.invalid';

/**
 * The address of a Markdown file on the site, below `docs/`, where every page from Markdown is one folder deep.
 *
 * @param file its path below `docs/`, without `.md`
 */
export function toPage(file: string): string {
  if (!file.includes('/')) return `guides/${file}.html`;
  return `${file.replace(/^symptoms\//, 'problems/')}.html`;
}

/** Where a link of a Markdown file leads on the site; `null` for files that are not served. */
export function toPageAddress(from: string, href: string): string | null {
  if (/^(https:|mailto:|#)/.test(href)) return href;
  if (!/^(?:\.\.\/)?(?:[\w-]+\/)?(?:[\w-]+\.md(#[\w-]*)?)?$/.test(href)) return null;
  const { pathname, hash } = new URL(href, `${HOST}/docs/${from}.md`);
  const [, target] = /^\/docs\/(.+)$/.exec(pathname) ?? [];
  return target === undefined ? null : `../${toServed(target, hash)}`;
}

function toServed(target: string, hash: string): string {
  if (target === PROBLEMS) return 'problems.html#all';
  if (target.startsWith(PROBLEMS)) return toProblemAddress(target + hash);
  if (target !== REFERENCE) return toPage(target.replace(/\.md$/, '')) + hash;
  return hash.startsWith('#trace_') ? `functions/${hash.slice(1).toUpperCase()}.html` : `functions.html${hash}`;
}
