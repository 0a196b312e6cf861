import { runSync } from '../../../../shared/task';
import { callFunction } from '../../../../shared/functions/call';
import { companyApi, json, MemoryHost } from '../../../fakes/memory-host';

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
    ['free email addresses', 1],
    ['pages on other sites', 1],
    ['duplicates', 1],
    ['saved answers', 0],
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
  expect(ask(host, column('a.com', 'b.com'), 'partners').slice(0, 3)).toEqual([
    ['credits at least, if all are tracked', 1],
    ['partners counted so far, up to 1 credit each', 4],
    ['companies with an unknown number of partners', 1],
  ]);
  expect(ask(host, column('b.com', 'c.com'), 'partners').slice(0, 2)).toEqual([
    ['credits at least, if all are tracked', 2],
    ['companies with an unknown number of partners', 2],
  ]);
});

it('says where a price is only as good as the last count', () => {
  const host = new MemoryHost(API);
  runSync(callFunction('TRACE_TECH', ['a.com']), host.performers);
  expect(ask(host, 'a.com', 'partners')[0]).toEqual(['credits at most, by the last count of partners', 4]);
});

it.each(['partners top=3', 'Partners; TOP = 3', 'partners, top=3', 'TRACE_PARTNERS top=3', [['partners', 'top=3']]])(
  'tells the most that partners can cost with top=: %p',
  (what) => {
    const host = new MemoryHost(API);
    expect(ask(host, column('a.com', '', 'www.a.com', 'b.com'), what)).toEqual([
      ['credits at most', 6],
      ['rows', 4],
      ['blank', 1],
      ['duplicates', 1],
      ['saved answers', 0],
      ['paid for within 30 days', 0],
      ['to be paid', 2],
    ]);
    expect(host.requests).toEqual([]);
  },
);

it('has the answers of the same formula for nothing', () => {
  const list = { data: [{ partner_name: 'P' }], company: { partnership_count: 1 } };
  const host = new MemoryHost(() => json(200, list));
  runSync(callFunction('TRACE_PARTNERS', ['a.com', null, 'top=3']), host.performers);
  expect(ask(host, column('a.com', 'b.com'), 'partners top=3').slice(0, 4)).toEqual([
    ['credits at most', 3],
    ['rows', 2],
    ['blank', 0],
    ['duplicates', 0],
  ]);
});

it('tells the price of a count', () => {
  expect(ask(new MemoryHost(API), column('a.com', 'b.com'), 'partners count')[0]).toEqual(['credits at most', 2]);
});

it.each(['partnered', 'TRACE_PARTNERED'])('tells the most that a comparison with one company can cost: %p', (what) => {
  expect(ask(new MemoryHost(API), column('a.com', 'b.com', 'b.com'), what)[0]).toEqual(['credits at most', 3]);
});

it('is told without a key too', () => {
  const host = new MemoryHost(API);
  host.account = null;
  expect(ask(host, 'a.com')[0]).toEqual(['credits at most', 1]);
});

it.each([
  'nothing',
  'company, partners',
  'company top=3',
  'partners top=0',
  'partners top=1001',
  'partners top=3 sort=name',
  'top=3',
])('%p is no price', (what) => {
  expect(ask(new MemoryHost(API), 'a.com', what)).toEqual([[expect.objectContaining({ code: 'optionRefused' })]]);
});
