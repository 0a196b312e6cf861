import { readdirSync } from 'node:fs';
import { SECTIONS } from '../../docs/site/contents';

/** Readers of the site have a page for each function. */
const NOT_ON_THE_SITE = ['functions'];

it('the contents name every Markdown file of docs/ once', () => {
  const files = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.replace(/\\/g, '/').replace(/\.md$/, ''));
  const named = SECTIONS.flatMap(({ pages }) => pages);
  expect([...named].sort()).toEqual(files.filter((file) => !NOT_ON_THE_SITE.includes(file)).sort());
});
