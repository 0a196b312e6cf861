import { readFormulaCall } from '../../../shared/cells/formulas';
import type { Cell } from '../../../shared/cells/values';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import type { FunctionId } from '../../../shared/catalogue/index';
import { makePractice } from '../../../shared/practice/practice';
import { toPracticeEntries } from '../../../shared/practice/practice-entries';
import { runSync } from '../../../shared/task';
import { MemoryHost } from '../../fakes/memory-host';

const PRACTICE = makePractice('texts');
const DOMAINS = PRACTICE.sheet.rows.slice(1, 13).map(([domain]) => [domain]);

/** A file whose user has no key, after *Practice*. */
function practicing(): MemoryHost {
  const host = new MemoryHost(() => {
    throw new Error('nothing is asked for');
  });
  host.account = null;
  for (const [key, text] of toPracticeEntries([...PRACTICE.companies, ...PRACTICE.names], host.nowMs))
    host.cache.set(key, text);
  return host;
}

function calculate(host: MemoryHost, id: FunctionId, ...args: readonly unknown[]): readonly (readonly unknown[])[] {
  const table = runSync(callFunction(id, args), host.performers);
  return table.map((row) => row.map((cell: Cell) => (cell instanceof TraceError ? cell.code : cell)));
}

it('is twelve companies with names that no one can own, and says that they are not real', () => {
  expect(DOMAINS).toHaveLength(12);
  expect(DOMAINS.every(([domain]) => /^[a-z-]+\.example$/.test(String(domain)))).toBe(true);
  expect(PRACTICE.sheet.rows.flat()).toContain(
    'Sample data, not real companies. Answers need no key and cost nothing.',
  );
});

it('survives a file of its own', () => {
  expect(JSON.parse(JSON.stringify(PRACTICE))).toEqual(PRACTICE);
});

it('answers each formula of its sheet for each company', () => {
  const shown = PRACTICE.sheet.formulas.map(([, , formula]) => {
    const { id, args } = readFormulaCall(formula)!;
    return calculate(practicing(), id, DOMAINS, ...args.slice(1).map((arg) => (arg.is === 'value' ? arg.value : null)));
  });
  expect(shown.map((table) => table[0])).toEqual([
    ['Northwind Bakery', 140],
    ['Google Analytics, Mailchimp, Shopify, Stripe'],
    [true],
    ['Ironwood Logistics, Orchard Pay, Harbor Outfitters'],
  ]);
  expect(shown.map((table) => table[11])).toEqual([['Quiet Garden', 9], ['none'], [false], ['none']]);
  expect(shown.map((table) => table.length)).toEqual([12, 12, 12, 12]);
});

it.each([
  ['TRACE_PARTNERS', ['orchard-pay.example', 'name', 'top=2'], 'Northwind Bakery, Harbor Outfitters'],
  ['TRACE_PARTNERS', ['orchard-pay.example', 'count'], 5],
  ['TRACE_PARTNERS', ['bluebird-travel.example', 'name, type'], 'Harbor Outfitters'],
  ['TRACE_HAS_TECH', ['willow-studio.example', 'Stripe'], false],
  ['TRACE_TECH', ['willow-studio.example', 'name', 'category=Payments'], 'none'],
  ['TRACE_COST', [DOMAINS], 'credits at most'],
] as const)('answers %s(%j)', (id, args, shown) => {
  expect(calculate(practicing(), id, ...args)[0]?.[0]).toBe(shown);
});

it('costs nothing', () => {
  expect(calculate(practicing(), 'TRACE_COST', DOMAINS, 'partners')[0]).toEqual(['credits at most', 0]);
});

it('is of no use to a key, and answers nothing else', () => {
  const host = practicing();
  expect(calculate(host, 'TRACE_COMPANY', 'stripe.com')).toEqual([['noKey']]);
  host.account = { id: 'acc-1', keyId: 'key-1', keyClass: 'user', readsLists: true };
  expect(calculate(host, 'TRACE_COMPANY', 'quiet-garden.example')).toEqual([['internal']]);
});
