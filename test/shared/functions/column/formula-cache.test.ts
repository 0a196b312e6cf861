import { callFunction } from '../../../../shared/functions/call';
import type { ColumnLookup } from '../../../../shared/functions/column/column-lookup';
import type { FunctionId } from '../../../../shared/catalogue/index';
import { TraceError } from '../../../../shared/errors/trace-error';
import { ACCOUNT_KEY, readKeptAccount } from '../../../../shared/functions/column/formula-cache';
import { runSync } from '../../../../shared/task';
import { companyApi, json, MemoryHost } from '../../../fakes/memory-host';

/** What a formula goes by that has only the cache's word for whose key it is. */

const OTHER = { id: 'acc-2', keyId: 'key-2', keyClass: 'user', readsLists: true } as const;
const API = companyApi({ 'a.com': { name: 'A' }, 'b.com': { name: 'B' } });

/** One formula, which is a run of its own; and how often it asked the host's own store whose key it is. */
function calculate(host: MemoryHost, id: FunctionId, ...args: readonly unknown[]): { shown: unknown; looks: number } {
  let looks = 0;
  const own = {
    ...host.performers,
    account: () => {
      looks += 1;
      return host.account;
    },
  };
  const formula: ColumnLookup = host.newFormula();
  const table = runSync(callFunction(id, args), {
    ...own,
    lookup: (asked) => runSync(formula.answer(asked), own),
    peek: (asked) => runSync(formula.peek(asked), own),
    payer: ({ alongside }) => runSync(formula.payer(alongside), own),
    keepShown: ({ answers }) => runSync(formula.keep(answers()), own),
  });
  runSync(formula.end(), own);
  const cell = table[table.length - 1]?.[0];
  return { shown: cell instanceof TraceError ? cell.code : cell, looks };
}

it('shows saved answers, and asks no one', () => {
  const host = new MemoryHost(API);
  calculate(host, 'TRACE_COMPANY', 'a.com');
  expect(calculate(host, 'TRACE_COMPANY', 'a.com')).toEqual({ shown: 'A', looks: 0 });
});

it('sends nothing on it: what is missing is asked for, and remembered, by the key that is set', () => {
  const host = new MemoryHost(API);
  calculate(host, 'TRACE_COMPANY', 'a.com');
  host.replaceKeyElsewhere(OTHER);
  const missing = calculate(host, 'TRACE_COMPANY', 'b.com');
  const stored = [...host.cache.keys()].filter((key) => key.endsWith('|company|b.com'));
  expect({ missing, stored, account: readKeptAccount(host.cache.get(ACCOUNT_KEY)) }).toEqual({
    missing: { shown: 'B', looks: 2 },
    stored: ['trace1|acc-2|company|b.com'],
    account: OTHER,
  });
  // From then on nothing is shown that the other account was answered.
  expect({ shown: calculate(host, 'TRACE_COMPANY', 'a.com').shown, requests: host.requests.length }).toEqual({
    shown: 'A',
    requests: 3,
  });
});

it('goes by it for ten minutes', () => {
  const host = new MemoryHost(API);
  calculate(host, 'TRACE_COMPANY', 'a.com');
  host.replaceKeyElsewhere(null);
  const soon = calculate(host, 'TRACE_COMPANY', 'a.com').shown;
  host.nowMs += 600_000;
  expect({ soon, later: calculate(host, 'TRACE_COMPANY', 'a.com').shown }).toEqual({ soon: 'A', later: 'noKey' });
});

it.each(['', '[]', '{"id":"acc-2"}', '["acc-2","key-2","owner",1]', '["acc-2",7,"user",1]'])(
  'asks the host where it is damaged: %s',
  (text) => {
    const host = new MemoryHost(API);
    calculate(host, 'TRACE_COMPANY', 'a.com');
    host.cache.set(ACCOUNT_KEY, text);
    expect(calculate(host, 'TRACE_COMPANY', 'a.com')).toEqual({ shown: 'A', looks: 1 });
  },
);

describe('lists', () => {
  const LISTS = (): MemoryHost => new MemoryHost(() => json(200, { lists: [{ list_id: 'lst_1', name: 'Prospects' }] }));

  it('are refused by the host alone: one that allows them meanwhile is heard', () => {
    const host = LISTS();
    host.account = { ...OTHER, readsLists: false };
    const refused = calculate(host, 'TRACE_LISTS').shown;
    host.replaceKeyElsewhere(OTHER);
    expect({ refused, allowed: calculate(host, 'TRACE_LISTS').shown }).toEqual({
      refused: 'listsNotShared',
      allowed: 'lst_1',
    });
  });

  it('are not asked for where they were allowed by the cache alone', () => {
    const host = LISTS();
    host.account = OTHER;
    calculate(host, 'TRACE_COMPANY', 'a.com');
    const before = host.requests.length;
    host.replaceKeyElsewhere({ ...OTHER, readsLists: false });
    expect({ shown: calculate(host, 'TRACE_LISTS').shown, requests: host.requests.length - before }).toEqual({
      shown: 'listsNotShared',
      requests: 0,
    });
  });
});
