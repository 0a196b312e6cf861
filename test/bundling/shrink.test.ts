import { runInNewContext } from 'node:vm';
import { shrink } from '../../bundling/shrink';

const CODE = 'function twice(number) { const result = number + number; return result; } globalThis.x = twice(2);';

it('the same script gives the same bytes', async () => {
  expect(await shrink(CODE)).toBe(await shrink(CODE));
});

it('a script is smaller, and does the same', async () => {
  const shrunk = await shrink(CODE);
  const page: { x?: number } = {};
  runInNewContext(`globalThis.x = undefined; ${shrunk}; page.x = globalThis.x;`, { page });
  expect({ isSmaller: shrunk.length < CODE.length, x: page.x }).toEqual({ isSmaller: true, x: 4 });
});

it('what a script declares is kept, and what a module declares for itself is not', async () => {
  const declared = 'function nobodyHereCallsIt() {}';
  expect({ script: await shrink(declared), module: await shrink(declared, 'module') }).toEqual({
    script: 'function nobodyHereCallsIt(){}',
    module: '',
  });
});

it('writes nothing but ASCII, whatever encoding it is served with', async () => {
  expect(await shrink('globalThis.x = "…";')).toMatch(/^[ -~]+$/);
});

it('a plain script gets no template literals', async () => {
  const joined = 'export const text = (a) => "1\\n2\\n3\\n4\\n5\\n" + a + " and " + a;';
  expect({
    module: await shrink(joined, 'module'),
    plain: await shrink(joined.replace('export ', 'globalThis.x=1;'), 'plain'),
  }).toEqual({ module: expect.stringContaining('`'), plain: expect.not.stringContaining('`') });
});
