import fc from 'fast-check';
import { parseEntries, recordTextsOf } from '../../../shared/client/json';
import { anyCharacter } from '../../setup/any-character';
import { times } from '../../setup/chance';

const textsIn = (text: string): readonly (string | undefined)[] =>
  recordTextsOf((parseEntries(text) as { readonly results: readonly unknown[] }).results);

it('the text of each record is what the service wrote', () => {
  const text =
    '{"results":[{"domain":"a.com","status":"found","company":{"name":"A", "n":1.50}},{"domain":"b.com","status":"not_tracked","company":null}],"credits":1}';
  expect(JSON.parse(JSON.stringify(parseEntries(text)))).toEqual({
    results: [
      { domain: 'a.com', status: 'found', company: { name: 'A', n: 1.5 } },
      { domain: 'b.com', status: 'not_tracked', company: null },
    ],
    credits: 1,
  });
  expect(textsIn(text)).toEqual(['{"name":"A", "n":1.50}', 'null']);
});

it('a record of lists is kept whole', () => {
  const record = '{"a":[{"x":1},{"docs":2},{"domain":3}]}';
  expect(textsIn(`{"results":[{"domain":"a.com","company":${record}}]}`)).toEqual([record]);
});

it.each([
  ['a domain that is no text', '{"results":[{"domain":"a.com","company":{}},{"domain":5,"company":{}}]}'],
  ['a list without names', '[{"domain":"a.com","company":{}}]'],
  ['the company first', '{"results":[{"company":{"name":"A"},"domain":"a.com"}]}'],
  ['blanks in between', '{"results": [{"domain": "a.com", "company": {"name": "A"}}]}'],
  ['no list', '{"name":"A"}'],
  ['an entry without a company', '{"results":[{"domain":"","abc":{"name":"A"}}]}'],
  ['an empty list', '{"results":[]}'],
  ['two lists', '{"results":[{"domain":"a.com","company":{}}],"others":[{"domain":"b.com"}]}'],
  [
    'a record that looks like an entry',
    '{"results":[{"domain":"a.com","company":{"a":[{"x":1},{"domain":"b.com","company":2}]}}]}',
  ],
  [
    'a record that holds the next entry too',
    '{"results":[{"domain":"a.com","company":{"a":[{"x":1},{"domain":"b.com","company":{}}]}},{"domain":"b.com","company":{"name":"b.com"}}]}',
  ],
  [
    'entries spelled in two ways, beside a record with such objects',
    '{"results":[{"domain":"a.com","company":{"name":"a.com","subs":[{"domain":"p1.com","company":{"name":"P1"}},{"domain":"p2.com","company":{"name":"P2"}},{"domain":"p3.com","company":{"name":"P3"}}]}},{ "domain":"b.com","company":{"name":"b.com"}},{ "domain":"c.com","company":{"name":"c.com"}},{"domain":"d.com","company":{"name":"d.com"}}]}',
  ],
  [
    'an entry that is null, beside a record with such objects',
    '{"results":[{"domain":"a.com","company":{"name":"a.com","subs":[{"domain":"p1"},{"domain":"p2"},{"domain":"p3"}]}},null,{"domain":"d.com","company":{"name":"d.com"}}]}',
  ],
])('%s is read as a whole, and no text is kept', (_what, text) => {
  const read = parseEntries(text);
  expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
  const lists = Object.values(read as object).filter(Array.isArray);
  expect(lists.flatMap(recordTextsOf).filter((kept) => kept !== undefined)).toEqual([]);
});

const B = '{"domain":"b.com","company":{"name":"B"}}';

it.each<[string, string, (string | undefined)[]]>([
  ['an escaped letter in a domain', `{"domain":"\\u0061.com","company":{"n":1.0}},${B}`, ['{"n":1.0}', '{"name":"B"}']],
  ['an escaped name', `{"domain":"a.com","comp\\u0061ny":{"name":"A"}},${B}`, [undefined, '{"name":"B"}']],
  ['a blank before the colon', `{"domain":"a.com","company" :{"name":"A"}},${B}`, [undefined, '{"name":"B"}']],
  ['a name twice', `{"domain":"a.com","x":1,"company":{"name":"A"},"x":1},${B}`, [undefined, '{"name":"B"}']],
  ['a company twice', `{"domain":"a.com","company":{"x":1},"company":{"name":"A"}},${B}`, [undefined, '{"name":"B"}']],
  ['a company within', `{"domain":"a.com","x":{"company":5},"company":{"name":"A"}},${B}`, [undefined, '{"name":"B"}']],
  ['no company', `{"domain":"a.com","status":"not_tracked"},${B}`, [undefined, '{"name":"B"}']],
])('%s: a text is kept only if it is all of its record', (_what, entries, kept) => {
  const text = `{"results":[${entries}]}`;
  const read = parseEntries(text) as { readonly results: readonly unknown[] };
  expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
  expect(recordTextsOf(read.results)).toEqual(kept);
});

it.each([
  [
    'entries spelled in two ways, beside a record with entries of the same companies',
    '{"domain":"a.com","company":{"name":"A","subs":[{"x":1},{"domain":"b.com","company":{"name":"B2"}},{"domain":"c.com","company":{"name":"C2"}}]}},{ "domain":"b.com","company":{"name":"B"}},{ "domain":"c.com","company":{"name":"C"}},{"domain":"d.com","company":{"name":"D"}}',
  ],
  ['two lists of results', `{"domain":"a.com","company":{"name":"Old"}}],"results":[${B},${B}`],
])('%s: no text is beside another company', (_what, entries) => {
  const text = `{"results":[${entries}]}`;
  const read = parseEntries(text) as { readonly results: readonly unknown[] };
  expect({ read: JSON.stringify(read), texts: recordTextsOf(read.results) }).toEqual({
    read: JSON.stringify(JSON.parse(text)),
    texts: [],
  });
});

it.each(['', '{"results":[{"domain":"a.com","company":{}', '{"results":[{"domain":"a.com","company":x}]}', 'null]}]'])(
  '%j is no JSON',
  (text) => {
    expect(parseEntries(text)).toBeUndefined();
  },
);

it('whatever a batch holds is read as JSON.parse reads it, and each text as its record', () => {
  const hostile = fc.constantFrom('"company":', '},{"domain":', '}]', '"}', '\\', '{"results":[{"domain":', '\u2028');
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(fc.string({ unit: anyCharacter }), hostile, fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.string(), hostile, fc.constantFrom('domain', 'company', '__proto__')), tie('value'), {
        maxKeys: 4,
      }),
    ),
  })).value;
  const entry = fc.record({ domain: fc.oneof(fc.string(), hostile), status: fc.string(), company: values });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), values, (results, beside) => {
      const text = JSON.stringify({ results, beside });
      const read = parseEntries(text) as { readonly results: readonly { readonly company: unknown }[] };
      expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
      for (const [at, record] of recordTextsOf(read.results).entries()) {
        const each = read.results[at]!;
        if (record !== undefined) expect(JSON.stringify(JSON.parse(record))).toBe(JSON.stringify(each.company));
      }
    }),
    { seed: 12, numRuns: times(150) },
  );
});
