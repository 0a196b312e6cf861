import { TraceError } from '../../../../shared/errors/trace-error';
import type { BulkHost } from '../../../../shared/panel/bulk-host';
import { readNotes, withFlag, withRescan, type FileNotes } from '../../../../shared/panel/common/file-notes';
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

describe('a rescan that has begun', () => {
  const silent = () => new Promise<never>(() => undefined);
  const refuse = () => Promise.reject(new TraceError('fileBusy', {}));
  const idsIn = ({ rescans }: FileNotes): readonly string[] => rescans.map(({ id }) => id);
  const statesIn = (text: string): readonly string[] =>
    readNotes(text).rescans.flatMap(({ record }) => record.parts.map(({ is, jobId }) => `${is} ${jobId}`));
  /** A book of a file whose host answers each writing in its turn, and does all later ones. */
  function bookOf(...answers: readonly ((keep: () => void) => Promise<void>)[]) {
    const file = { text: '' };
    const left = [...answers];
    const host = {
      readNotes: async () => file.text,
      async writeNotes(text: string) {
        const keep = (): void => void (file.text = text);
        await (left.shift() ?? does)(keep);
      },
    } as BulkHost;
    return { file, book: notesBookOf(host) };
  }
  const does = async (keep: () => void): Promise<void> => keep();
  const unsent = { ...rescan, record: { startedAtMs: 1, parts: [{ ...part, is: 'unsent' as const, jobId: null }] } };
  const sent = (jobId: string) => ({ ...rescan, record: { startedAtMs: 1, parts: [{ ...part, jobId }] } });

  test('is there when the notes are read again, though the host has refused to keep it, and is kept with the next change', async () => {
    const { file, book } = bookOf(refuse);
    await expect(book.keep(rescan)).rejects.toMatchObject({ code: 'fileBusy' });
    const before = idsIn(await book.read());
    await book.change((now) => withFlag(now, flag('a')));
    expect({ before, after: idsIn(readNotes(file.text)) }).toEqual({ before: ['r'], after: ['r'] });
  });

  test('stays in sight where it does not fit, whatever else is kept', async () => {
    const { file, book } = bookOf();
    await expect(book.keep(large)).rejects.toMatchObject({ code: 'actionMalformed' });
    await book.change((now) => withFlag(now, flag('a')));
    expect({ flags: readNotes(file.text).flags.length, rescans: idsIn(await book.read()) }).toEqual({
      flags: 1,
      rescans: ['large'],
    });
  });

  test('is kept with the next change though another one does not fit', async () => {
    const { file, book } = bookOf(refuse);
    await expect(book.keep(large)).rejects.toMatchObject({ code: 'actionMalformed' });
    await expect(book.keep(rescan)).rejects.toMatchObject({ code: 'fileBusy' });
    await book.change((now) => withFlag(now, flag('a')));
    expect(idsIn(readNotes(file.text))).toEqual(['r']);
  });

  test.each([1, 2])(
    'never goes back to an older state, where only %i of three waiting changes are done',
    async (count) => {
      const { file, book } = bookOf(...Array.from({ length: count }, () => does), refuse, refuse);
      const keeping = [unsent, sent('j1'), sent('j2')].map((state) => book.keep(state));
      await Promise.allSettled(keeping);
      expect(statesIn(file.text)).toEqual(['running j2']);
    },
  );

  test('keeps nothing waiting where the host never answers', async () => {
    jest.useFakeTimers();
    const { book } = bookOf(silent);
    const kept = expect(book.keep(rescan)).rejects.toMatchObject({ code: 'fileBusy' });
    await jest.advanceTimersByTimeAsync(60_000);
    await kept;
    expect(idsIn(await book.read())).toEqual(['r']);
  });

  test('is not shown any more once it was dismissed', async () => {
    const { book } = bookOf(refuse, refuse);
    await book.keep(rescan).catch(() => undefined);
    await book.drop('r').catch(() => undefined);
    expect(idsIn(await book.read())).toEqual([]);
  });
});
