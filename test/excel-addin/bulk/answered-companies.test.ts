import { findFileCompanies, countOldAnswers } from '../../../shared/panel/activity/file-companies';
import { updateAnswers } from '../../../shared/panel/activity/update-answers';
import type { BulkHost } from '../../../shared/ports';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

const DAY_MS = 86_400_000;
const sandbox = useSandbox();
let world: BulkWorld;

beforeEach(() => {
  world = new BulkWorld(
    new FakeSheet([
      [{ shown: 'Website' }, { shown: 'Stack' }],
      [{ shown: 'https://www.company-1.example/about' }, { shown: 'React' }],
      [{ shown: 'company-2.example' }, { shown: 'React' }],
      [{ shown: 12 }, { shown: 'React', formula: '=TRACE_TECH("company-3.example")' }],
    ]),
    sandbox.origin,
  );
});
afterEach(() => BulkWorld.close());

const save = (...domains: readonly string[]) =>
  world.drive((ports) => updateAnswers(ports, domains, domains.length, 0));

/** The panel of a day to come. */
const hostAt = (nowMs: number): BulkHost => {
  const { host } = world;
  return { ...host, ports: { ...host.ports, client: { ...host.ports.client, now: () => nowMs } } };
};

it('companies of a workbook are those that it names and that this browser has answers about', async () => {
  expect(await world.host.answeredCompanies()).toEqual([]);
  await save('company-1.example', 'company-3.example', 'company-4.example');
  expect([...(await world.host.answeredCompanies())].sort()).toEqual(['company-1.example', 'company-3.example']);
});

it('the oldest answers come first', async () => {
  await save('company-2.example');
  await new Promise((resolve) => setTimeout(resolve, 5));
  await save('company-1.example');
  expect((await world.drive((ports) => findFileCompanies(ports, world.host, 0))).domains).toEqual([
    'company-2.example',
    'company-1.example',
  ]);
});

it('old answers are told once a week in each workbook, and the workbook stays as it was', async () => {
  await save('company-1.example');
  const saved = [...world.settings.file.saved];
  const startMs = Date.now();
  const on = (day: number): Promise<number> => countOldAnswers(hostAt(startMs + day * DAY_MS));
  const told = [await on(0), await on(31), await on(32)];
  world.document.url = 'https://contoso.example/copy.xlsx';
  const copy = await on(32);
  world.document.url = 'https://contoso.example/leads.xlsx';
  expect({ told, copy, later: await on(38), saved: [...world.settings.file.saved] }).toEqual({
    told: [0, 1, 0],
    copy: 1,
    later: 1,
    saved,
  });
});

it('a workbook without an address is never told, since nothing says which one it is', async () => {
  await save('company-1.example');
  world.document.url = '';
  expect(await countOldAnswers(hostAt(Date.now() + 31 * DAY_MS))).toBe(0);
});
