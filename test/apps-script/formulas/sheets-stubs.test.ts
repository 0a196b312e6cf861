import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FunctionSpec, toSheetsStubs } from '../../../shared/reference';

const CASES = 'test/golden/sheets-stubs';

interface Input {
  readonly bundle: string;
  readonly specs: readonly FunctionSpec[];
}

describe.each(readdirSync(CASES))('Sheets stubs: %s', (name) => {
  const read = (file: string): string => readFileSync(join(CASES, name, file), 'utf8');

  it('has an input and what is expected of it', () => {
    expect(['input.json', 'expected.js'].map((file) => existsSync(join(CASES, name, file)))).toEqual([true, true]);
  });

  it('is as expected', () => {
    const { specs, bundle } = JSON.parse(read('input.json')) as Input;
    expect(toSheetsStubs(specs, bundle)).toBe(read('expected.js'));
  });
});

it.each([
  ['a line break', 'Facts\nabout companies.'],
  ['HTML', 'Facts about <b>companies</b>.'],
  ['the end of a comment', 'Facts */ about companies.'],
])('a text with %s is refused, since Sheets could not show it', (_name, about) => {
  const spec = { id: 'TRACE_X', about, params: [] } as unknown as FunctionSpec;
  expect(() => toSheetsStubs([spec], 'addon')).toThrow('Sheets cannot show a line break, HTML or "*/"');
});
