import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { OfficeError } from '../../../workbook/office/office-error';
import { BulkWorld, Crash } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

const FIELDS: readonly Choice[] = [
  { adds: 'company', field: 'name' },
  { adds: 'company', field: 'employee_count' },
];

/** Which all companies have. */
const TEXTS: readonly Choice[] = [
  { adds: 'company', field: 'name' },
  { adds: 'company', field: 'slug' },
];

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });

/** A table of so many companies of the sandbox, with a title. */
function companies(count: number): FakeSheet {
  const rows = Array.from({ length: count }, (_row, at) => [cell(`company-${at + 1}.example`)]);
  return new FakeSheet([[cell('Domain')], ...rows]);
}

/** What the service says of them, asked for without the program. */
async function expected(count: number): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for (let start = 1; start <= count; start += 100) {
    const domains = Array.from(
      { length: Math.min(100, count - start + 1) },
      (_d, at) => `company-${start + at}.example`,
    );
    const response = await fetch(`${sandbox.origin}/v1/companies/batch`, {
      method: 'POST',
      headers: { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' },
      body: JSON.stringify({ domains }),
    });
    const { results } = (await response.json()) as {
      readonly results: readonly { readonly domain: string; readonly company: Record<string, unknown> | null }[];
    };
    for (const domain of domains) {
      const company = results.find((each) => each.domain === domain)?.company ?? null;
      rows.push([
        domain,
        company === null ? 'not tracked' : (company['name'] ?? ''),
        company === null ? 'not tracked' : (company['employee_count'] ?? ''),
      ]);
    }
  }
  return rows;
}

it('fills 300 rows with three requests, for the credits that it counts', async () => {
  const world = new BulkWorld(companies(300), sandbox.origin);
  const end = await world.start(await world.plan(FIELDS));
  const [log, ledger] = [await sandbox.log(), await sandbox.ledger()];
  expect({ is: end.is, why: end.why, requests: log.length, creditsUsed: end.enrichment.spent.used }).toEqual({
    is: 'done',
    why: null,
    requests: 3,
    creditsUsed: ledger.chargedCompanies,
  });
  expect(world.sheet.values(3).slice(1)).toEqual(await expected(300));
  expect(world.sheet.values(3)[0]).toEqual(['Domain', 'Company', 'Employees']);
});

it('leaves the answers where formulas find them', async () => {
  const world = new BulkWorld(companies(10), sandbox.origin);
  await world.start(await world.plan(FIELDS));
  expect([...world.databases.stores.get('trace-answers')!.keys()]).toContainEqual(
    expect.stringMatching(/^trace1\|[^|]+\|company\|company-7\.example$/),
  );
});

it('goes on after a crash between any two effects, and pays for nothing twice', async () => {
  const rows = await expected(104);
  await sandbox.reset();
  const whole = new BulkWorld(companies(104), sandbox.origin);
  const wholePlan = await whole.plan(FIELDS);
  whole.asked = [];
  await whole.start(wholePlan);
  const paid = (await sandbox.ledger()).chargedCompanies;
  const steps = whole.asked.length;
  BulkWorld.close();
  for (let crashAt = 1; crashAt < steps; crashAt += 1) {
    await sandbox.reset();
    const world = new BulkWorld(companies(104), sandbox.origin);
    const plan = await world.plan(FIELDS);
    let left = crashAt;
    world.before = () => {
      left -= 1;
      if (left === 0) throw new Crash();
    };
    await expect(world.start(plan)).rejects.toThrow(Crash);
    world.before = () => undefined;
    world.open();
    const [head] = (await world.host.ports.record.load()) ?? [];
    const isBegun = head !== undefined && !head[0]!.includes('"state":"saving"');
    const end = isBegun ? await world.resume() : await world.start(plan);
    expect({ crashAt, is: end.is, rows: world.sheet.values(3).slice(1) }).toEqual({ crashAt, is: 'done', rows });
    expect({ crashAt, paid: (await sandbox.ledger()).chargedCompanies }).toEqual({ crashAt, paid });
    BulkWorld.close();
  }
});

it('puts no value on a wrong row when the sheet is sorted during the run', async () => {
  const rows = await expected(300);
  await sandbox.reset();
  const world = new BulkWorld(companies(300), sandbox.origin);
  const plan = await world.plan(FIELDS);
  world.before = ({ ask }) => {
    if (ask !== 'sheet.write' || !world.asked.includes('http')) return;
    world.before = () => undefined;
    const [header, ...body] = world.sheet.rows;
    world.sheet.rows.splice(0, world.sheet.rows.length, header!, ...body.reverse());
  };
  const end = await world.start(plan);
  expect({ is: end.is, rows: world.sheet.values(3).slice(1) }).toEqual({ is: 'done', rows: [...rows].reverse() });
  expect((await sandbox.log()).length).toBe(3);
});

it.each(['13', '16'])('puts back what it has written over, with its formats, with ExcelApi 1.%s', async (version) => {
  const before: readonly (readonly [unknown, string])[] = [
    ...(['007', 'WAHR', '=1+1', "'quoted", '11-50'] as const).map((text) => [text, 'General'] as const),
    ...[['007', '@'] as const, [7, '@'] as const, [0.5, '0%'] as const, [46_174, 'yyyy-mm-dd'] as const],
    ...[[true, 'General'] as const, ['', '@'] as const],
  ];
  const sheet = companies(before.length);
  sheet.put(0, 1, cell('Company'));
  for (const [at, [shown, format]] of before.entries()) {
    sheet.put(at + 1, 1, cell(shown));
    if (format !== 'General') sheet.formats.set(`${at + 1}:1`, format);
  }
  const area = { row: 1, column: 1, rowCount: before.length, columnCount: 1 };
  const held = (): unknown[][] => sheet.readValues(area).map(([shown], at) => [shown, sheet.readFormats(area)[at]![0]]);
  const world = new BulkWorld(sheet, sandbox.origin, { version });
  const over = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
  await world.start(await world.plan(FIELDS.slice(0, 1), over));
  expect(held().map(([shown]) => shown)).toEqual(before.map((_cell, at) => `Company ${at + 1}`));
  world.open();
  await world.undo();
  expect(held()).toEqual(before);
});

it('takes back what it has written, also after the page was closed, and leaves edited cells alone', async () => {
  const world = new BulkWorld(companies(120), sandbox.origin);
  await world.start(await world.plan(FIELDS));
  world.sheet.put(5, 1, cell('mine'));
  world.open();
  const undone = await world.undo();
  expect(undone).toMatchObject({ edited: 1, unrestored: [], noPlace: [], isWhole: true });
  const left = world.sheet
    .values(3)
    .flatMap((row, at) => (row.slice(1).some((value) => value !== '') ? [[at, row]] : []));
  expect(left).toEqual([[5, ['company-5.example', 'mine', '']]]);
  expect(await world.host.ports.record.load()).toBeNull();
});

it('writes everything but the cells that are protected', async () => {
  const world = new BulkWorld(companies(60), sandbox.origin);
  const plan = await world.plan(TEXTS);
  world.sheet.protect(['7:1', '30:1', '30:2']);
  const end = await world.start(plan);
  const blank = world.sheet
    .values(3)
    .flatMap((row, at) => row.flatMap((value, column) => (value === '' ? [[at, column]] : [])));
  expect({ is: end.is, blank }).toEqual({
    is: 'done',
    blank: [
      [7, 1],
      [30, 1],
      [30, 2],
    ],
  });
  expect(end.refused).toMatchObject([{ why: { code: 'cellsProtected' }, rows: [7, 30] }]);
});

it('stops where the sheet is deleted, and says so', async () => {
  const world = new BulkWorld(companies(60), sandbox.origin);
  const plan = await world.plan(FIELDS);
  world.before = ({ ask }) => {
    if (ask === 'sheet.write' && world.asked.includes('http')) world.workbook.sheets.splice(0, 1);
  };
  const end = await world.start(plan);
  expect({ is: end.is, code: end.why?.code }).toEqual({ is: 'paused', code: 'sheetGone' });
});

it('goes on exactly where Excel refused in the midst of writing', async () => {
  const rows = await expected(200);
  await sandbox.reset();
  const world = new BulkWorld(companies(200), sandbox.origin);
  const { sheet } = world;
  const write = sheet.writeValues.bind(sheet);
  let refusals = 0;
  sheet.writeValues = (area, values) => {
    const isRefused = refusals > 3 || (area.row > 0 && area.row + area.rowCount > 120);
    if (!isRefused) return write(area, values);
    refusals += 1;
    throw new OfficeError('GeneralException', 'not now.');
  };
  const end = await world.start(await world.plan(FIELDS));
  const written = sheet.values(3).filter((row) => row[1] !== '').length;
  expect({ is: end.is, message: end.why?.message, isPartlyWritten: written > 1 && written < 200 }).toEqual({
    is: 'paused',
    message: 'The workbook did not let Trace do this: GeneralException: not now. Wait a minute, then retry.',
    isPartlyWritten: true,
  });
  sheet.writeValues = write;
  world.open();
  const resumed = await world.resume();
  expect({ is: resumed.is, rows: sheet.values(3).slice(1), requests: (await sandbox.log()).length }).toEqual({
    is: 'done',
    rows,
    requests: 2,
  });
});
