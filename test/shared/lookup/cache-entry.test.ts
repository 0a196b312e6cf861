import { readStored, storeKey, toStored } from '../../../shared/lookup/cache';
import { TraceError } from '../../../shared/errors/trace-error';

const long = `${'a'.repeat(60)}.`.repeat(4);

it('what is stored is read again', () => {
  const outcome = { is: 'found', record: { name: 'A', extra: [1] }, asOfMs: 1_780_000_000_000 } as const;
  expect(readStored('company', 'a.com', toStored('a.com', outcome)!)).toEqual(outcome);
});

it('partners are read again', () => {
  const record = { company: { name: 'A', slug: null, domain: null }, count: 0, partners: [] };
  const outcome = { is: 'found', record, asOfMs: 5 } as const;
  expect(readStored('partners', 'a.com', toStored('a.com', outcome)!)).toEqual(outcome);
});

it('problems are not stored', () => {
  expect(toStored('a.com', { is: 'failed', error: new TraceError('unreachable', {}) })).toBeNull();
});

it('a key names the account, the kind and the company', () => {
  expect(storeKey('acc', 'company', 'a.com')).toBe('trace1|acc|company|a.com');
});

it('keys stay within 250 characters, and apart', () => {
  const keys = [`${long}com`, `${long}org`].map((domain) =>
    storeKey('0a8b0a8b-0a8b-4a8b-8a8b-0a8b0a8b0a8b', 'partners', domain),
  );
  expect(keys[0]!.length).toBeLessThanOrEqual(250);
  expect(keys[0]).not.toBe(keys[1]);
});

it('the text of the service is stored as it came, in the same form', () => {
  const record = { name: 'A "&', employee_count: 1.5 };
  const outcome = { is: 'found', record, asOfMs: 5, lagsUntilMs: 9 } as const;
  const text = '{"name":"A \\"\\u0026","employee_count":1.50}';
  expect(toStored('a.com', outcome)).toBe('["a.com",5,{"name":"A \\"&","employee_count":1.5},9]');
  expect(toStored('a.com', { ...outcome, text })).toBe(`["a.com",5,${text},9]`);
  expect(readStored('company', 'a.com', `["a.com",5,${text},9]`)).toEqual(outcome);
});
