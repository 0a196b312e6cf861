import { build } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { SHORT_PRIVATE_NAMES } from '../../bundling/short-private-names';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trace-names-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The text of a bundle of one file. */
async function bundled(name: string, lines: string): Promise<string> {
  await writeFile(join(folder, name), lines);
  const { outputFiles } = await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    format: 'iife',
    jsxFactory: 'h',
    plugins: [SHORT_PRIVATE_NAMES],
    write: false,
  });
  return outputFiles[0]!.text;
}

it('private members get other names, and do what they did', async () => {
  const code = await bundled(
    'counter.ts',
    `class Counter {
       private counted = 0;
       constructor(private readonly stepOf: number, private readonly start = 40) {}
       private advance(): void { this.counted += this.stepOf; }
       get total(): number { this.advance(); return this.start + this.counted; }
     }
     out(new Counter(2).total);`,
  );
  const said: unknown[] = [];
  runInNewContext(code, { out: (value: unknown) => said.push(value) });
  expect(said).toEqual([42]);
  expect(code).not.toMatch(/\.(counted|stepOf|advance)\b/);
});

it.each([
  ['a public member of another class', 'class B { counted = 1; }'],
  ['a property of an object', 'out({ counted: 1 });'],
  ['a short property of an object', 'const counted = 1; out({ counted });'],
  ['a method of an object', 'out({ counted() {} });'],
  ['a property of an interface', 'export interface I { readonly counted: number }'],
  ['read of something else', 'out(something.counted);'],
  ['read of something else that may be missing', 'out(something?.counted);'],
  ['taken out of something else', 'const { counted } = something; out(counted);'],
  ['taken out of it under another name', 'const { counted: other } = something; out(other);'],
  ['a text', "out(something['counted']);"],
])('a name stays that is %s too', async (_what, lines) => {
  const code = await bundled(
    'a.ts',
    `class A { private counted = 0; get all() { return this.counted; } } out(A); ${lines}`,
  );
  expect(code).toContain('this.counted');
});

it('a name stays that an element has too', async () => {
  const code = await bundled(
    'a.tsx',
    'class A { private counted = 0; get all() { return this.counted; } } out(A, <b counted={1} />);',
  );
  expect(code).toContain('this.counted');
});
