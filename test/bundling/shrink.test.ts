import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shrink } from '../../bundling/shrink';

const CODE = 'function twice(number) { const result = number + number; return result; } globalThis.x = twice(2);';

const folder = mkdtempSync(join(tmpdir(), 'trace-shrunk-'));
afterEach(() => {
  delete process.env['TRACE_SHRUNK'];
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the same script gives the same bytes', async () => {
  expect(await shrink(CODE)).toBe(await shrink(CODE));
});

it('what was shrunk is used again only for the same script of the same kind', async () => {
  process.env['TRACE_SHRUNK'] = folder;
  const once = await shrink(CODE);
  const [kept] = readdirSync(folder);
  writeFileSync(join(folder, kept!), 'kept');
  expect([await shrink(CODE), (await shrink(CODE, 'module')) === 'kept', await shrink(`${CODE};y()`)]).toEqual([
    'kept',
    false,
    `${once.replace(/;$/, '')},y();`,
  ]);
  delete process.env['TRACE_SHRUNK'];
  expect(await shrink(CODE)).toBe(once);
});
