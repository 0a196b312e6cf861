import { build } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { WITHOUT_HELP } from '../../bundling/without-help';
import { OPTIONS } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { companies, lists } from '../../shared/api';

/** What a bundle holds of a module, as plain data. */
async function bundled(path: string, name: string): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    format: 'iife',
    globalName: 'loaded',
    plugins: [WITHOUT_HELP],
    write: false,
  });
  return JSON.parse(runInNewContext(`${outputFiles[0]!.text}; JSON.stringify(loaded.${name})`) as string);
}

/** A copy without the properties of these names, wherever they stand. */
function without(value: unknown, names: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (names.includes(key) ? undefined : inner)));
}

describe('what a bundle leaves out', () => {
  it('of the functions is their help and nothing else: fields keep their examples', async () => {
    const help = ['about', 'costs', 'examples', 'family', 'operations'];
    expect(await bundled('shared/catalogue/index.ts', 'FUNCTIONS')).toEqual(without(FUNCTIONS, help));
  });

  it('of the options is how they are explained', async () => {
    expect(await bundled('shared/catalogue/options.ts', 'OPTIONS')).toEqual(without(OPTIONS, ['about', 'example']));
  });

  it.each([
    ['companies', companies],
    ['lists', lists],
  ])('of the operations of %s is where they come from', async (name, operations) => {
    const cut = await bundled(`shared/client/resources/${name}.ts`, name);
    expect(cut).toEqual(without(operations, ['standing', 'source']));
  });
});
