import { readdirSync } from 'node:fs';
import { SECTIONS } from '../../docs/site/contents';
import { PROBLEM_GROUPS } from '../../docs/site/problems';

/** Readers of the site have a page for each function. */
const NOT_ON_THE_SITE = ['functions'];

it('the contents, and the groups of problems, name every Markdown file of docs/ once', () => {
  const files = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.replace(/\\/g, '/').replace(/\.md$/, ''));
  const named = [...SECTIONS.flatMap(({ pages }) => pages), ...PROBLEM_GROUPS.map(({ file }) => file)];
  expect([...named].sort()).toEqual(files.filter((file) => !NOT_ON_THE_SITE.includes(file)).sort());
});
