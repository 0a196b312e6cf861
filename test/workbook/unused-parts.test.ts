import { build, type Plugin } from 'esbuild';
import { WITHOUT_UNUSED_PARTS } from '../../workbook/unused-parts';

const GRID = `import '@univerjs/engine-render'`;
let whole: Bundle;
let page: Bundle;
/** What the page loads in the place of `cjk-regex`. */
let expressions: Bundle;

beforeAll(async () => {
  [whole, page, expressions] = await Promise.all([
    bundle(GRID, []),
    bundle(GRID, [WITHOUT_UNUSED_PARTS]),
    bundle(`export * from 'cjk-regex'`, [WITHOUT_UNUSED_PARTS]),
  ]);
});

interface Bundle {
  readonly bytesOf: (part: string) => number;
  readonly text: string;
}

/** What a page that imports these modules loads. */
async function bundle(code: string, plugins: Plugin[]): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: 'workbook' },
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: 'out',
    // Large, and the same in both.
    external: ['@univerjs/core'],
    plugins,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const bytesOf = (part: string): number =>
    inputs.reduce((sum, [path, { bytesInOutput }]) => (path.includes(part) ? sum + bytesInOutput : sum), 0);
  return { bytesOf, text: outputFiles[0]!.text };
}

test.each([
  ['patterns of Hungarian', '/engine-render/lib/es/hu-', 500_000],
  ['patterns of British English', '/engine-render/lib/es/en-gb-', 50_000],
  ['the names of languages', '/franc-min/', 100_000],
  ['a reader of fonts', '/opentype.js/', 200_000],
  ['tables of Unicode', '/unicode-regex/', 400_000],
])('the grid brings %s, and the page leaves them out', (_what, part, bytes) => {
  expect(whole.bytesOf(part)).toBeGreaterThan(bytes);
  expect(page.bytesOf(part)).toBe(0);
});

test.each([
  ['letters', '漢かカ한ㄅ', '。,a '],
  ['punctuations', '。「」', '漢a '],
  ['all', '漢か。', 'aé1'],
])('the grid still knows %s of Chinese, Japanese and Korean', (name, matching, others) => {
  const code = expressions.text.replace(/export \{[^}]*\};?/, '');
  const expression = new Function(`${code}; return ${name}().toRegExp();`)() as RegExp;
  const matches = (letter: string): boolean => new RegExp(`^${expression.source}$`, expression.flags).test(letter);
  expect([...matching].map(matches)).toEqual([...matching].map(() => true));
  expect([...others].map(matches)).toEqual([...others].map(() => false));
});
