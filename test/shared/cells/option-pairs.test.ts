import { readOptionPairs } from '../../../shared/cells/option-pairs';

const read = (received: unknown) => Object.fromEntries(readOptionPairs(received));

describe('pairs of options', () => {
  it.each([
    [undefined, {}],
    [null, {}],
    ['', {}],
    [0, {}],
    ['top=3', { top: '3' }],
    [' Top = 3 ; sort=-name ;', { top: '3', sort: '-name' }],
    ["sep=' | '", { sep: ' | ' }],
    ["sep=';';top=2", { sep: ';', top: '2' }],
    ["sep='it''s'", { sep: "it's" }],
    ['sep=\\n', { sep: '\n' }],
    ["if_none=''", { if_none: '' }],
    ['if_none=', { if_none: '' }],
    ['category=CRM, Sales', { category: 'CRM, Sales' }],
    ['top=3;top=4', { top: '4' }],
    ['a=b=c', { a: 'b=c' }],
    ["sep='", { sep: "'" }],
    ["if_none=don't know;top=2", { if_none: "don't know", top: '2' }],
  ])('%j are %j', (received, pairs) => {
    expect(read(received)).toEqual(pairs);
  });

  it('are read from a range with two columns, numbers and blanks too', () => {
    expect(
      read([
        ['top', 3],
        ['headers', 0],
        ['', ''],
        ['Sep', ' / '],
      ]),
    ).toEqual({ top: '3', headers: '0', sep: '/' });
  });

  it('are read from a range with one column of texts', () => {
    expect(read([['top=3'], ['headers=1;sep=-']])).toEqual({ top: '3', headers: '1', sep: '-' });
  });

  it.each([
    ['top', '"top" is not an option. Write options like "top=3;sort=name".'],
    ['=3', '"=3" is not an option. Write options like "top=3;sort=name".'],
  ])('%j are refused', (received, sentence) => {
    expect(() => read(received)).toThrow(sentence);
  });

  it('are refused from three columns', () => {
    expect(() => read([['top', 3, 4]])).toThrow('"top 3 4" is not an option.');
  });
});
