import { FakeStorage } from '../../fakes/excel/fake-storage';

interface Notice {
  readonly sentence: string;
  readonly brings: 'Undo open' | 'Switch back';
  readonly selects?: string;
}

// Its types are a browser's, which the tests' are not.
const { reloadSaying, forgetCarriedNotice, readCarriedNotice } = jest.requireActual<{
  reloadSaying(notice: Notice): void;
  forgetCarriedNotice(): void;
  readCarriedNotice(): Notice | null;
}>('../../../workbook/page/carried-notice');

const NOTICE: Notice = { sentence: 'leads.csv: 2 rows.', brings: 'Undo open' };
let loads: number;
let storage: FakeStorage;

beforeEach(() => {
  loads = 0;
  storage = new FakeStorage();
  Object.assign(globalThis, { sessionStorage: storage, location: { reload: () => (loads += 1) } });
});
afterAll(() => {
  for (const name of ['sessionStorage', 'location']) Reflect.deleteProperty(globalThis, name);
});

it('is said after each load of the page, and selects its cells after the first', () => {
  reloadSaying({ ...NOTICE, selects: 'A1:A9' });
  expect(loads).toBe(1);
  expect([readCarriedNotice(), readCarriedNotice(), readCarriedNotice()]).toEqual([
    { ...NOTICE, selects: 'A1:A9' },
    NOTICE,
    NOTICE,
  ]);
});

it('is said no more once it is closed', () => {
  reloadSaying(NOTICE);
  forgetCarriedNotice();
  expect(readCarriedNotice()).toBeNull();
});

it.each([
  '',
  'no JSON',
  'null',
  '{"sentence":"a"}',
  '{"sentence":1,"brings":"Undo open"}',
  '{"sentence":"a","brings":"b"}',
])('is none where the browser has %j', (text) => {
  storage.setItem('trace.notice', text);
  expect(readCarriedNotice()).toBeNull();
});

it('is none where the browser refuses its storage', () => {
  storage.isRefused = true;
  expect(readCarriedNotice()).toBeNull();
});
