import { toEntry } from '../../excel-addin/bulk/cell-entry';
import { toMatrix } from '../../excel-addin/cells';
import { FORMULA_PAYLOADS } from '../fakes/formula-payloads';

describe.each(FORMULA_PAYLOADS)('%j', (payload) => {
  it.each(['General', '@', '0.00'])('is a text in a cell with the format %s', (present) => {
    const { value, format } = toEntry({ kind: 'text', text: payload, isLiteral: true }, present, 0);
    const isText = (format ?? present) === '@' || String(value).startsWith("'");
    expect([isText, String(value).replace(/^'/, '')]).toEqual([true, payload]);
  });

  it('is a value where a formula answers with it, which no program reads as a formula', () => {
    expect(toMatrix([[payload]])).toEqual([[payload]]);
  });
});
