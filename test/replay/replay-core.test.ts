import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCounts } from './replay-core';

it('says at the end how many examples each property has kept, the fewest first', () => {
  const noted = '[10000,"test/a.test.ts: keeps one"]\n[12,"test/b.test.ts: keeps another"]\n';
  expect(toCounts(noted, true)).toBe(
    '        12  test/b.test.ts: keeps another\n' +
      '    10,000  test/a.test.ts: keeps one\n' +
      'core: 2 properties kept, 10,012 examples, at least 12 of each\n',
  );
});

it('does not end as if all were kept where another property broke', () => {
  expect(toCounts('[12,"test/b.test.ts: keeps another"]\n', false)).toBe(
    '        12  test/b.test.ts: keeps another\n' + 'core: only 1 properties kept, 12 examples, at least 12 of each\n',
  );
});

it('every property tries as many as a replay asks for', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const fixed = files.filter((file) => /numRuns: \d/.test(readFileSync(join('test', file), 'utf8')));
  expect(fixed).toEqual([]);
});
