import { readdirSync, readFileSync } from 'node:fs';
import { picturesIn } from '../../docs/site/pictures';
import { RECIPES } from '../../shared/reference';
import { digestLooks, LOOKS_FILE } from '../browser/pictures/looks-digest';

const SCRIPT = readFileSync('test/browser/pictures/screenshots.ts', 'utf8');

it('every picture is one that npm run screenshots takes, so that it can be taken again', () => {
  const single = [...SCRIPT.matchAll(/name: '([\w-]+)'/g)].map(([, name = '']) => name);
  const inBoth = [...SCRIPT.matchAll(/^ +(\w+): await take/gm)].flatMap(([, name = '']) => [
    `${name}-light`,
    `${name}-dark`,
  ]);
  const written = [...SCRIPT.matchAll(/FOLDER, '([\w-]+)\.png'/g)].map(([, name = '']) => name);
  const ofRecipes = RECIPES.flatMap(({ id }) => [`recipe-${id}-light`, `recipe-${id}-dark`]);
  const taken = new Set([...single, ...inBoth, ...written, ...ofRecipes].map((name) => `${name}.png`));
  expect(readdirSync('docs/screenshots').filter((file) => !taken.has(file))).toEqual([]);
});

it('every picture was taken after the last change of what it shows: npm run screenshots takes them again', async () => {
  expect(readFileSync(LOOKS_FILE, 'utf8').trim()).toBe(await digestLooks());
});

it('finds the pictures of pages, for light and for dark', () => {
  const html = '<source srcset="../screenshots/a-dark.png"><img src="../screenshots/a-light.png"><img src="icon.png">';
  expect([...picturesIn(new Map([['guides/x.html', html]]))]).toEqual(['a-dark.png', 'a-light.png']);
});
