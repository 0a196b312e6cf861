import { readerOf, readerWithRestOf } from '../../../shared/client/read-record';
import {
  also,
  anyObject,
  boolean,
  called,
  id,
  integer,
  listOf,
  number,
  object,
  optional,
  orNull,
  text,
  timestamp,
  version,
} from '../../../shared/client/schema';

const everyType = object({
  name: text,
  seen_at: timestamp,
  count: integer,
  score: number,
  is_open: boolean,
  list_id: id(integer),
  registry_version: version,
  tags: listOf(text),
  tree: anyObject,
  next_url: optional(orNull(text)),
});
const NOTHING = {
  name: null,
  seen_at: null,
  count: null,
  score: null,
  is_open: null,
  list_id: null,
  registry_version: null,
  tags: null,
  tree: null,
  next_url: null,
};

describe('a reader made from a schema', () => {
  it('reads each type', () => {
    const item = {
      name: ' Stripe ',
      seen_at: '2026-06-01T00:00:00Z',
      count: '12',
      score: 0.5,
      is_open: false,
      list_id: 7,
      registry_version: 2,
      tags: ['a', 1],
      tree: { op: 'and' },
      next_url: 'x',
    };
    expect(readerOf(everyType)(item)).toEqual({ ...item, name: 'Stripe', count: 12, list_id: '7' });
  });

  it.each([
    ['nothing', {}],
    ['nulls', NOTHING],
    [
      'other types',
      {
        name: 1,
        seen_at: {},
        count: 1.5,
        score: 'high',
        is_open: 'no',
        list_id: [],
        registry_version: true,
        tags: 'a',
        tree: [],
        next_url: 0,
      },
    ],
  ])('reads %s as null, and never throws', (_what, item) => {
    expect(readerOf(everyType)(item)).toEqual(NOTHING);
  });

  it('names fields as records do, and keeps the order of the schema', () => {
    const read = readerOf(object({ partner_name: called('name', text), slug: text }));
    expect(Object.entries(read({ slug: 'shopify', partner_name: 'Shopify' }))).toEqual([
      ['name', 'Shopify'],
      ['slug', 'shopify'],
    ]);
  });

  it('finds a field under its other names, its own first', () => {
    const read = readerOf(object({ status: also(text, 'state', 'phase') }));
    expect([{ state: 'a', status: 'b' }, { phase: 'c', state: null }, { stage: 'd' }].map(read)).toEqual([
      { status: 'b' },
      { status: 'c' },
      { status: null },
    ]);
  });

  it('keeps what the schema does not mention, under none of the names that it knows', () => {
    const read = readerWithRestOf(object({ partner_name: called('name', text, 'title') }));
    expect([{ partner_name: 'A', title: 'B', tier: 'gold' }, { partner_name: 'A' }].map(read)).toEqual([
      { name: 'A', rest: { tier: 'gold' } },
      { name: 'A' },
    ]);
  });
});
