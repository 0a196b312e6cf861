import { readFileSync } from 'node:fs';
import { toRecipesGuide } from '../../docs/site/recipes-guide';
import { makePages } from '../../docs/site/pages';
import { RECIPES } from '../../shared/reference';

const page = readFileSync('docs/recipes.md', 'utf8');

it('the page of recipes is up to date (npm run generate)', () => {
  expect(page).toBe(toRecipesGuide());
});

it.each(RECIPES)('$title is on the page with its picture, its price, its questions and a formula', ({ title }) => {
  const part = page.split(/^## /m).find((each) => each.startsWith(`${title}\n`)) ?? '';
  for (const expected of [/^\| --- \|/m, /^- \*\*Cost\*\*: /m, /^- It asks for: /m, /`=.*TRACE_/]) {
    expect(part).toMatch(expected);
  }
});

it('the list of recipes leads to each part of the page', async () => {
  const pages = await makePages();
  const guide = pages.get('guides/recipes.html') ?? '';
  const listed = [...(pages.get('recipes.html') ?? '').matchAll(/guides\/recipes\.html#([\w-]+)/g)].map(
    ([, id]) => id!,
  );
  expect(listed).toHaveLength(RECIPES.length);
  expect(listed.filter((id) => !guide.includes(`id="${id}"`))).toEqual([]);
});
