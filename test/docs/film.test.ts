import { readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';

const SCENES = 7;
const MOST_BYTES = 3_000_000;

it.each(['light', 'dark'])('the %s film moves, ends within 20 seconds, and loads quickly', async (theme) => {
  const path = `docs/film/enrich-${theme}.webp`;
  const { pages, delay = [], loop } = await sharp(path, { animated: true }).metadata();
  expect({ pages, loop }).toEqual({ pages: SCENES, loop: 0 });
  expect(delay.reduce((sum, shownMs) => sum + shownMs, 0)).toBeLessThan(20_000);
  expect(statSync(path).size).toBeLessThan(MOST_BYTES);
});

it('a person who asked for less motion sees a still picture', () => {
  const [first] = /<source[^>]*>/.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(first).toContain('(prefers-reduced-motion: reduce)');
  expect(first).toContain('.png');
});
