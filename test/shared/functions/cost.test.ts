import { runSync } from '../../../shared/effects';
import { callFunction } from '../../../shared/functions/call';
import { companyApi, MemoryHost } from '../../fakes/memory-host';

const API = companyApi({ 'a.com': { name: 'A', primary_domain: 'a.com', partnership_count: 4 } });
const ask = (host: MemoryHost, ...args: readonly unknown[]) =>
  runSync(callFunction('TRACE_COST', args), host.performers);
const column = (...cells: readonly unknown[]) => cells.map((cell) => [cell]);

it('tells the price of a column, and asks nothing', () => {
  const host = new MemoryHost(API);
  expect(ask(host, column('a.com', 'www.a.com', '', 'ann@gmail.com', 'x.com/a', 'b.com'))).toEqual([
    ['credits at most', 2],
    ['rows', 6],
    ['blank', 1],
    ['free e-mail addresses', 1],
    ['pages on sites of others', 1],
    ['named twice', 1],
    ['remembered', 0],
    ['paid for within 30 days', 0],
    ['to be paid', 2],
  ]);
  expect(host.requests).toEqual([]);
});

it('knows what was looked up before', () => {
  const host = new MemoryHost(API);
  runSync(callFunction('TRACE_TECH', ['a.com']), host.performers);
  expect(ask(host, column('a.com', 'b.com'))[0]).toEqual(['credits at most', 1]);
});

it('tells how much of the price of partners is unknown', () => {
  const host = new MemoryHost(API);
  runSync(callFunction('TRACE_TECH', ['a.com']), host.performers);
  expect(ask(host, column('a.com', 'b.com'), 'partners').slice(0, 2)).toEqual([
    ['credits at least', 5],
    ['companies with an unknown number of partners', 1],
  ]);
});

it('is told without a key too', () => {
  const host = new MemoryHost(API);
  host.account = null;
  expect(ask(host, 'a.com')[0]).toEqual(['credits at most', 1]);
});

it.each(['nothing', 'company, partners'])('%p is no price', (what) => {
  expect(ask(new MemoryHost(API), 'a.com', what)).toEqual([[expect.objectContaining({ code: 'optionRefused' })]]);
});
