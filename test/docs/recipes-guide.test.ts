import { readFileSync } from 'node:fs';
import { toGuidePage } from '../../docs/site/guide-page';
import { toGuide } from '../../docs/site/guides';
import { toRecipesGuide } from '../../docs/site/recipes-guide';
import { RECIPES } from '../../shared/reference';

const page = readFileSync('docs/recipes.md', 'utf8');

it('the page of recipes is up to date (npm run generate)', () => {
  expect(page).toBe(toRecipesGuide());
});

it.each(RECIPES)('$title is on the page with its picture, its price, its questions and a formula', ({ id, title }) => {
  const part = page.split(/^## /m).find((each) => each.startsWith(`${title}\n`)) ?? '';
  const picture = new RegExp(`^!\\[.+\\]\\(screenshots/recipe-${id}-light\\.png\\)$`, 'm');
  for (const expected of [picture, /^- \*\*Cost\*\*: /m, /^- It asks for: /m, /`=.*TRACE_/, /\(functions\.md#trace_/]) {
    expect(part).toMatch(expected);
  }
});

it('every picture is shown in light and in dark', () => {
  const guide = toGuidePage(toGuide('recipes', page));
  const shown = [...guide.matchAll(/screenshots\/recipe-([\w-]+)\.png/g)].map(([, name]) => name);
  expect(shown).toEqual(RECIPES.flatMap(({ id }) => [`${id}-dark`, `${id}-light`]));
});
