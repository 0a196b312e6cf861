import { readFile } from 'node:fs/promises';

const FILES = [
  'theme.css',
  'page.css',
  'frame/frame.css',
  'enrich/enrich.css',
  'enrich/choose/choose.css',
  'explore/explore.css',
  'lists/lists.css',
  'formula/formula.css',
  'recipes/recipes.css',
  'narrow.css',
];

/** The styles of the page that hosts show beside their sheets, in cascade order. */
export async function readPageStyle(): Promise<string> {
  return (await Promise.all(FILES.map((file) => readFile(`shared/panel/${file}`, 'utf8')))).join('');
}
