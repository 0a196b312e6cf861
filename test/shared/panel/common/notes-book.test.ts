import type { BulkHost } from '../../../../shared/panel/bulk-host';
import { readNotes, withFlag, withRescan } from '../../../../shared/panel/common/file-notes';
import type * as NotesBook from '../../../../shared/panel/common/notes-book';

/** Loaded as a separate page, so that no test finds what another has left. */
let notesBookOf!: typeof NotesBook.notesBookOf;

beforeEach(() => {
  jest.isolateModules(() => {
    ({ notesBookOf } = jest.requireActual<typeof NotesBook>('../../../../shared/panel/common/notes-book'));
  });
});

afterEach(() => jest.useRealTimers());

/** Two panels of one file, whose host takes its time. */
function twoPanels() {
  const file = { text: '', writes: 0 };
  const panel = () =>
    ({
      async readNotes() {
        await Promise.resolve();
        return file.text;
      },
      async writeNotes(text: string) {
        await Promise.resolve();
        file.text = text;
        file.writes += 1;
      },
    }) as BulkHost;
  return { file, one: notesBookOf(panel()), other: notesBookOf(panel()) };
}

const flag = (company: string) => ({ atMs: 1, company, flagId: '1', status: 'queued', note: '' });
const part = {
  is: 'running' as const,
  domains: ['a.example'],
  jobId: 'j',
  status: null,
  answers: [],
  problem: null,
  checkAfterMs: 0,
};
const rescan = { id: 'r', record: { startedAtMs: 1, parts: [part] }, doneAtMs: null, updatedAtMs: null };
/** Too large for the notes. */
const large = {
  ...rescan,
  id: 'large',
  record: {
    startedAtMs: 1,
    parts: Array.from({ length: 100 }, (_part, at) => ({
      ...part,
      jobId: `j${at}`,
      domains: Array.from({ length: 100 }, (_domain, index) => `company-${at}-${index}.example`),
    })),
  },
};

test('a change that was read for a minute is not written over newer ones', async () => {
  jest.useFakeTimers();
  const file = { text: '', reads: 0 };
  let answer = (): void => undefined;
  const host = {
    readNotes() {
      file.reads += 1;
      return file.reads > 1 ? Promise.resolve(file.text) : new Promise<string>((done) => (answer = () => done('')));
    },
    writeNotes: async (text: string) => void (file.text = text),
  } as BulkHost;
  const book = notesBookOf(host);
  const late = expect(book.change((now) => withFlag(now, flag('late')))).rejects.toMatchObject({ code: 'fileBusy' });
  await jest.advanceTimersByTimeAsync(60_000);
  await late;
  await book.change((now) => withFlag(now, flag('newer')));
  answer();
  await jest.advanceTimersByTimeAsync(1);
  expect(readNotes(file.text).flags.map(({ company }) => company)).toEqual(['newer']);
});

test('changes of one panel go one after another, and lose nothing', async () => {
  const { one } = twoPanels();
  await Promise.all(['a', 'b', 'c'].map((name) => one.change((now) => withFlag(now, flag(name)))));
  expect((await one.read()).flags.map(({ company }) => company)).toEqual(['c', 'b', 'a']);
});

test('each change builds on what another panel has written', async () => {
  const { one, other } = twoPanels();
  await one.change((now) => withRescan(now, rescan));
  await other.change((now) => withFlag(now, flag('a')));
  const notes = await one.read();
  expect({ rescans: notes.rescans.map(({ id }) => id), flags: notes.flags.length }).toEqual({
    rescans: ['r'],
    flags: 1,
  });
});

test('parts of a panel with hosts of their own change the notes at the same time, and lose nothing', async () => {
  const { one, other } = twoPanels();
  await Promise.all([
    one.change((now) => withFlag(now, flag('a'))),
    other.change((now) => ({ ...now, warm: { accounts: ['a.example'], partners: ['b.example'] } })),
  ]);
  const notes = await one.read();
  expect({ flags: notes.flags.length, partners: notes.warm?.partners }).toEqual({ flags: 1, partners: ['b.example'] });
});

test('what does not fit is refused, and what was there stays', async () => {
  const { file, one } = twoPanels();
  await one.change((now) => withFlag(now, flag('a')));
  await expect(one.change((now) => withRescan(now, large))).rejects.toMatchObject({ code: 'actionMalformed' });
  expect({ writes: file.writes, flags: (await one.read()).flags.length }).toEqual({ writes: 1, flags: 1 });
});

test('a host that never answers a writing keeps no later one waiting', async () => {
  jest.useFakeTimers();
  const file = { text: '', writes: 0 };
  const book = notesBookOf({
    readNotes: async () => file.text,
    async writeNotes(text: string) {
      file.writes += 1;
      if (file.writes === 1) await new Promise<never>(() => undefined);
      file.text = text;
    },
  } as BulkHost);
  const late = expect(book.change((now) => withRescan(now, rescan))).rejects.toMatchObject({ code: 'fileBusy' });
  await jest.advanceTimersByTimeAsync(60_000);
  await late;
  await book.change((now) => withFlag(now, flag('a')));
  expect((await book.read()).flags.map(({ company }) => company)).toEqual(['a']);
});
