import { build } from 'esbuild';
import { WITHOUT_HYPHENATION } from '../../workbook/without-hyphenation';

/** The bytes of what the grid loads to hyphenate a language. */
async function bytesOf(pattern: string, plugins: readonly (typeof WITHOUT_HYPHENATION)[]): Promise<number> {
  const { metafile } = await build({
    stdin: { contents: "import '@univerjs/engine-render'", resolveDir: 'workbook' },
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: 'out',
    plugins: [...plugins],
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const found = inputs.filter(([path]) => path.includes(`/engine-render/lib/es/${pattern}-`));
  expect(found).toHaveLength(1);
  return found[0]![1].bytesInOutput;
}

test('the grid brings patterns of seventy languages, and the page leaves them out', async () => {
  expect(await bytesOf('hu', [])).toBeGreaterThan(500_000);
  expect(await bytesOf('hu', [WITHOUT_HYPHENATION])).toBeLessThan(1_000);
});

test('English stays, which the grid loads at its start', async () => {
  expect(await bytesOf('en-gb', [WITHOUT_HYPHENATION])).toBeGreaterThan(50_000);
});
