import { COMPANY_FIELDS, TECHNOLOGY_FIELDS } from '../../../shared/catalogue/fields';
import { readFieldNames, readNameList } from '../../../shared/cells/inputs';

describe('names', () => {
  it.each([
    [undefined, []],
    [null, []],
    ['', []],
    [0, []],
    ['Stripe', ['Stripe']],
    [' Stripe , Google Analytics,, ', ['Stripe', 'Google Analytics']],
    [
      [
        ['Stripe', 'React'],
        ['', 0],
        ['A, B', null],
      ],
      ['Stripe', 'React', 'A', 'B'],
    ],
  ])('%j are %j', (received, names) => {
    expect(readNameList(received)).toEqual(names);
  });
});

describe('fields', () => {
  it.each([
    ['name, category', ['name', 'category']],
    ['Vendor Name', ['vendor_name']],
    ['FIRST-DETECTED-AT', ['first_detected_at']],
    ['vendor', ['vendor_name']],
    [
      [['name'], ['count']],
      ['name', 'count'],
    ],
  ])('%j are %j', (received, names) => {
    expect(readFieldNames(received, TECHNOLOGY_FIELDS, false)).toEqual(names);
  });

  it.each([
    ['categry', 'There is no field "categry". Did you mean category? =TRACE_FIELDS() lists all fields.'],
    [
      'detected',
      'There is no field "detected". Did you mean first_detected_at or last_detected_at? =TRACE_FIELDS() lists all fields.',
    ],
    ['zzzzzzzz', 'There is no field "zzzzzzzz". =TRACE_FIELDS() lists all fields.'],
    ['a.b', 'There is no field "a.b". =TRACE_FIELDS() lists all fields.'],
  ])('%s is refused', (received, sentence) => {
    expect(() => readFieldNames(received, TECHNOLOGY_FIELDS, false)).toThrow(sentence);
  });

  it('may be paths where the function takes them', () => {
    expect(readFieldNames('technologies.name, .revenue', COMPANY_FIELDS, true)).toEqual([
      'technologies.name',
      '.revenue',
    ]);
  });
});
