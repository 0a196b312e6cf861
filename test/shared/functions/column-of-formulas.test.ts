import type { Cell } from '../../../shared/cells/values';
import type { FunctionId } from '../../../shared/catalogue/index';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import type { ColumnLookup } from '../../../shared/functions/column/column-lookup';
import { runSync } from '../../../shared/task';
import { companyApi, MemoryHost } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;

describe('a formula of a column', () => {
  /** The cells of one formula, which is a run of its own. */
  function calculate(host: MemoryHost, id: FunctionId, ...args: readonly unknown[]): readonly (readonly Cell[])[] {
    const formula: ColumnLookup = host.newFormula();
    const ports = {
      ...host.performers,
      lookup: (asked: Parameters<ColumnLookup['answer']>[0]) => runSync(formula.answer(asked), host.performers),
      keepShown: ({ answers }: { readonly answers: () => Parameters<ColumnLookup['keep']>[0] }) =>
        runSync(formula.keep(answers()), host.performers),
    };
    const table = runSync(callFunction(id, args), ports);
    runSync(formula.end(), host.performers);
    return table.map((row) => row.map((cell) => (cell instanceof TraceError ? cell.message : cell)));
  }

  const column = (count: number) => Array.from({ length: count }, (_cell, index) => `d${index}.example`);
  const withColumn = (domains: readonly string[]): MemoryHost => {
    const host = new MemoryHost(
      companyApi(Object.fromEntries(domains.map((each) => [each, { name: `Name of ${each}` }]))),
    );
    host.column = domains.map((domain) => ({ id: 'TRACE_COMPANY', args: [domain, 'name'] }) as const);
    return host;
  };

  it('asks for what the formulas around it need, a hundred to a request', () => {
    const domains = column(150);
    const host = withColumn(domains);
    const cells = domains.map((domain) => calculate(host, 'TRACE_COMPANY', domain, 'name')[0]?.[0]);
    expect({ cells, requests: host.requests.length }).toEqual({
      cells: domains.map((domain) => `Name of ${domain}`),
      requests: 2,
    });
  });

  it('shows on the next day, when the cache has forgotten it, what the document keeps', () => {
    const host = withColumn(column(3));
    calculate(host, 'TRACE_COMPANY', 'd0.example', 'name');
    host.cache.clear();
    host.nowMs += DAY_MS;
    expect({ shown: calculate(host, 'TRACE_COMPANY', 'd2.example', 'name'), requests: host.requests.length }).toEqual({
      shown: [['Name of d2.example']],
      requests: 1,
    });
  });

  it('reads the cache once, and nothing of the document, where its answer was shown before', () => {
    const host = withColumn(column(3));
    calculate(host, 'TRACE_COMPANY', 'd0.example', 'name');
    host.cacheReads = 0;
    host.shownReads = 0;
    calculate(host, 'TRACE_COMPANY', 'd1.example', 'name');
    expect({ cacheReads: host.cacheReads, shownReads: host.shownReads }).toEqual({ cacheReads: 1, shownReads: 0 });
  });
});
