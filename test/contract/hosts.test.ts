import { makeExcelHost } from '../fakes/excel/host';
import { makeSheetsHost } from '../fakes/apps-script/host';
import type { ContractHost } from './contract-host';
import { PROMISES, type HostPromise } from './promises/index';

it('there are at least 60 promises, each with a title of its own', () => {
  expect(PROMISES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(PROMISES.map(({ id, title }) => `${id} ${title}`)).size).toBe(PROMISES.length);
});

describe.each([
  ['Google Sheets', makeSheetsHost],
  ['Excel', makeExcelHost],
])('%s', (name, makeHost: () => Promise<ContractHost>) => {
  let host: ContractHost;
  beforeAll(async () => {
    host = await makeHost();
  });
  afterAll(() => host.stop());

  const kept = PROMISES.filter(({ gaps }) => gaps?.[name] === undefined);

  it.each(kept.map((promise) => [`${promise.id}: ${promise.title}`, promise] as const))(
    '%s',
    async (_title, promise: HostPromise) => {
      await host.reset(promise.server);
      await host.sandbox.faults(...(promise.faults ?? []));
      if (promise.key !== undefined) host.setKey(promise.key);
      expect(await host.call(promise.id, promise.args)).toEqual(promise.cellsIn?.[name] ?? promise.cells);
      if (promise.requests !== undefined) expect(await host.requests()).toBe(promise.requests);
    },
  );
});
