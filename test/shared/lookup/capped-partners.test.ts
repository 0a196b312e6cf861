import fc from 'fast-check';
import type { HttpRequest } from '../../../shared/client/exchange';
import type { PartnersRecord } from '../../../shared/client/resources/partnerships';
import { MAX_ROWS, toQuestionText } from '../../../shared/client/rows';
import { runSync } from '../../../shared/task';
import { chargedCompanies } from '../../../shared/credits/charges';
import { rowsOf } from '../../../shared/records/outcome';
import { fetchRecords } from '../../../shared/lookup/fetch-records';
import { json, MemoryHost } from '../../fakes/memory-host';
import { times } from '../../setup/chance';

/** Partners of one company as far as a limit reaches. Each row that the service gives costs a credit, once. */

/** How a service cuts its list into pages, and what it says of it. */
interface Shop {
  readonly partners: number;
  /** The most rows that it puts on a page, whatever is asked for. */
  readonly pageSize?: number;
  readonly tells?: 'has_next' | 'total_pages' | 'total' | 'nothing';
  /** One row without a name after every so many rows; 0: none. */
  readonly unreadableEvery?: number;
  /** It gives the first page for any number. */
  readonly hasOnePage?: boolean;
}

const LIMITS = {
  deadlineMs: Number.MAX_SAFE_INTEGER,
  requestsAtOnce: 4,
  retry: { maxRetries: 0, waitBudgetMs: 0 },
};

function fetchUpTo(cap: number, shop: Shop) {
  const { partners, pageSize = 100, tells = 'has_next', unreadableEvery = 0, hasOnePage = false } = shop;
  const sold = new Set<number>();
  const pages: string[] = [];
  const isUnreadable = (number: number): boolean => unreadableEvery > 0 && number % unreadableEvery === 0;
  const host = new MemoryHost(({ path }: HttpRequest) => {
    const { searchParams } = new URL(path, 'https://x');
    const [asked, limit] = [Number(searchParams.get('page')), Number(searchParams.get('limit'))];
    pages.push(`${asked} of ${limit}`);
    const size = Math.min(limit, pageSize);
    const page = hasOnePage ? 1 : asked;
    const first = (page - 1) * size + 1;
    const last = Math.min(partners, first + size - 1);
    const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_row, index) => first + index);
    for (const number of numbers) sold.add(number);
    const hasNext = hasOnePage || last < partners;
    return json(200, {
      company: { name: 'A', primary_domain: 'a.com' },
      data: numbers.map((number) =>
        isUnreadable(number) ? {} : { partner_name: `P${number}`, partner_domain: `p${number}.example` },
      ),
      ...(tells === 'has_next' ? { pagination: { page, has_next: hasNext, total_results: partners } } : {}),
      ...(tells === 'total_pages' ? { pagination: { page, total_pages: Math.ceil(partners / size) } } : {}),
      ...(tells === 'total' ? { total: partners } : {}),
    });
  });
  const fetched = fetchRecords('partners', ['a.com'], new Map(), LIMITS, undefined, new Map([['a.com', cap]]));
  const outcome = runSync(fetched, host.performers).outcomes.get('a.com')!;
  if (outcome.is !== 'found') throw new Error(`it is ${outcome.is}`);
  const record = outcome.record as PartnersRecord;
  return {
    names: (record.partners ?? []).map(({ name }) => name),
    isPartial: record.isPartial === true,
    charged: sold.size,
    counted: chargedCompanies('partners', 'a.com', outcome).length,
    rows: rowsOf(record),
    pages,
  };
}

const names = (count: number, unreadableEvery = 0): readonly string[] =>
  Array.from({ length: count }, (_name, index) => index + 1)
    .filter((number) => unreadableEvery === 0 || number % unreadableEvery !== 0)
    .map((number) => `P${number}`);

it.each<[cap: number, partners: number, shown: number, isPartial: boolean, pages: readonly string[]]>([
  [150, 400, 150, true, ['1 of 100', '3 of 50']],
  [150, 150, 150, false, ['1 of 100', '3 of 50']],
  [150, 149, 149, false, ['1 of 100', '3 of 50']],
  [150, 151, 150, true, ['1 of 100', '3 of 50']],
  [150, 100, 100, false, ['1 of 100']],
  [199, 400, 199, true, ['1 of 100', '2 of 99', '199 of 1']],
  [199, 199, 199, false, ['1 of 100', '2 of 99', '199 of 1']],
  [250, 400, 250, true, ['1 of 100', '2 of 100', '5 of 50']],
  [250, 250, 250, false, ['1 of 100', '2 of 100', '5 of 50']],
  [100, 100, 100, false, ['1 of 100']],
  [100, 101, 100, true, ['1 of 100']],
  [37, 400, 37, true, ['1 of 37']],
  [250, 0, 0, false, ['1 of 100']],
])('under a cap of %d, a list of %d shows %d', (cap, partners, shown, isPartial, pages) => {
  expect(fetchUpTo(cap, { partners })).toEqual({
    names: names(shown),
    isPartial,
    charged: shown,
    counted: shown,
    rows: shown,
    pages,
  });
});

it('a service with smaller pages than were asked for is read as far as no page may reach past the cap', () => {
  const { names: shown, isPartial, charged } = fetchUpTo(150, { partners: 400, pageSize: 50 });
  expect({ shown, isPartial, charged }).toEqual({ shown: names(100), isPartial: true, charged: 100 });
});

it('what such a service has left is read once the cap allows it', () => {
  expect(fetchUpTo(300, { partners: 200, pageSize: 50 })).toMatchObject({ names: names(200), isPartial: false });
});

it('rows without a name count, and move no partner', () => {
  expect(fetchUpTo(250, { partners: 400, unreadableEvery: 7 })).toEqual({
    names: names(250, 7),
    isPartial: true,
    charged: 250,
    counted: 250,
    rows: 250,
    pages: ['1 of 100', '2 of 100', '5 of 50'],
  });
});

it('rows without names count on every page', () => {
  expect(fetchUpTo(250, { partners: 250, unreadableEvery: 1 })).toMatchObject({
    names: [],
    isPartial: false,
    charged: 250,
    counted: 250,
  });
});

it('a page that repeats the last partner, and adds a row without a name, is read like any other', () => {
  expect(fetchUpTo(206, { partners: 206, unreadableEvery: 2 })).toMatchObject({
    names: names(206, 2),
    isPartial: false,
    counted: 206,
    pages: ['1 of 100', '2 of 100', '41 of 5', '103 of 2'],
  });
});

it('a service that gives the same page for any number has no partner twice', () => {
  expect(fetchUpTo(300, { partners: 100, hasOnePage: true })).toMatchObject({ names: names(100), charged: 100 });
});

it('other lists that a cap has cut at such a service are read in part, too', () => {
  const path = '/companies/a.com/partnerships?partnership_types=technology';
  const list = toQuestionText({ operation: 'partnerships.list', path, paging: 'page', top: MAX_ROWS, mayBeOne: false });
  const host = new MemoryHost(() =>
    json(200, { data: [{ partner_name: 'P1' }, { partner_name: 'P2' }], pagination: { page: 1, has_next: true } }),
  );
  const fetched = fetchRecords('rows', [list], new Map(), LIMITS, undefined, new Map([[list, 3]]));
  const outcome = runSync(fetched, host.performers).outcomes.get(list);
  expect(outcome).toMatchObject({ is: 'found', record: { rows: [{}, {}], isPartial: true } });
});

it('whatever the list and the service, no partner is there twice, none is lost unseen, and no more is paid than the cap', () => {
  const shop = fc.record({
    partners: fc.oneof(fc.nat(420), fc.constantFrom(0, 1, 99, 100, 101, 150, 199, 200, 201, 250, 300, 400)),
    pageSize: fc.constantFrom(100, 100, 100, 99, 50, 30, 7),
    tells: fc.constantFrom('has_next' as const, 'total_pages' as const, 'total' as const, 'nothing' as const),
    unreadableEvery: fc.constantFrom(0, 0, 2, 7, 100),
  });
  const cap = fc.oneof(fc.integer({ min: 1, max: 420 }), fc.constantFrom(1, 99, 100, 101, 150, 199, 200, 250, 300));
  fc.assert(
    fc.property(cap, shop, (most, given) => {
      const { names: shown, isPartial, charged, counted, rows } = fetchUpTo(most, given);
      expect(charged).toBeLessThanOrEqual(most);
      expect(counted).toBe(charged);
      expect(shown).toEqual(names(rows, given.unreadableEvery));
      // Where nothing is told, a page that is not full is the last.
      if (given.tells === 'nothing' && given.pageSize < 100) return;
      expect(isPartial || rows === given.partners).toBe(true);
      if (given.pageSize === 100) expect(rows).toBe(Math.min(most, given.partners));
    }),
    { numRuns: times(200) },
  );
});
