import { build, type Plugin } from 'esbuild';
import { SHORT_ICONS } from '../../site/short-icons';

const CODE = `
  import { CATALOGUED_COMPANIES } from './data/companies';
  import { TECHNOLOGIES } from './data/technologies';
  globalThis.read = JSON.stringify([CATALOGUED_COMPANIES, TECHNOLOGIES]);
`;

async function bundle(plugins: Plugin[]): Promise<string> {
  const stdin = { contents: CODE, resolveDir: 'sandbox' };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'iife', minify: true, write: false, plugins });
  return outputFiles[0]!.text;
}

function run(script: string): string {
  const page: { read?: string } = {};
  new Function('globalThis', script)(page);
  return page.read!;
}

test('the sandbox has the same companies and technologies with less than half of the icons’ text', async () => {
  const [whole, short] = await Promise.all([bundle([]), bundle([SHORT_ICONS])]);
  expect(run(short) === run(whole)).toBe(true);
  expect(short.length).toBeLessThan(whole.length / 2);
});
