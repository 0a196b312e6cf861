import { readFileSync } from 'node:fs';
import { COMPANY_FIELDS } from '../../../shared/catalogue/fields';
import { FUNCTIONS } from '../../../shared/catalogue/index';
import { OPTIONS } from '../../../shared/catalogue/options';
import { toReferencePage } from '../../../shared/catalogue/derive/reference-page';
import { BODIES } from '../../../shared/functions/call';

const published = readFileSync('test/golden/published-ids.txt', 'utf8').trim().split('\n');

describe('the catalogue', () => {
  it('still has every id that is in workbooks, and no other that is not on that list', () => {
    expect(FUNCTIONS.map(({ id }) => id).sort()).toEqual([...published].sort());
  });

  it('has a body for each function and no other', () => {
    expect(Object.keys(BODIES).sort()).toEqual([...published].sort());
  });

  it.each(published)('%s has a name that both hosts take', (id) => {
    expect(id).toMatch(/^TRACE_[A-Z][A-Z_]*[A-Z]$/);
  });

  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))('%s is told in single lines', (_id, spec) => {
    const texts = [spec.about, spec.costs, ...spec.params.flatMap(({ about, example }) => [about, example])];
    expect(texts.filter((text) => text === '' || /[\n\r<>]|\*\//.test(text))).toEqual([]);
  });

  // Rows that a formula has shown are saved under its names, fields and options: a text would not tell two formulas apart.
  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))('%s has no text beside a column', (_id, { params }) => {
    const takes = params.map((param) => param.takes);
    expect(takes.includes('text') && takes.includes('inputs')).toBe(false);
  });

  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))('%s has optional parameters last', (_id, { params }) => {
    const firstOptional = params.findIndex(({ optional }) => optional);
    expect(params.slice(firstOptional < 0 ? params.length : firstOptional).every(({ optional }) => optional)).toBe(
      true,
    );
  });

  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))(
    '%s shows fields that it has',
    (_id, { fields, defaultFields }) => {
      const names = fields.map(({ name }) => name);
      expect({ missing: defaultFields.filter((name) => !names.includes(name)), distinct: new Set(names).size }).toEqual(
        { missing: [], distinct: names.length },
      );
    },
  );

  it('knows each field of a company by one name only', () => {
    const names = COMPANY_FIELDS.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
    expect(names.length).toBe(new Set(names).size);
  });

  it('has no option that no function knows, but the one that all ignore', () => {
    const known = new Set(FUNCTIONS.flatMap(({ options }) => options as readonly string[]));
    expect(Object.keys(OPTIONS).filter((name) => !known.has(name))).toEqual(['refresh']);
  });
});

it('the reference page is up to date (npm run generate)', () => {
  expect(readFileSync('docs/functions.md', 'utf8')).toBe(toReferencePage(FUNCTIONS));
});
