import { TraceError } from '../../../../shared/errors/trace-error';
import type { BulkHost } from '../../../../shared/panel/bulk-host';
import { readNotes, withFlag, withRefresh } from '../../../../shared/panel/refresh/file-notes';
import { notesBookOf } from '../../../../shared/panel/refresh/notes-book';

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
  lookAfterMs: 0,
};
const refresh = { id: 'r', record: { startedAtMs: 1, parts: [part] }, doneAtMs: null, refetchedAtMs: null };

test('changes of one panel go one after another, and lose nothing', async () => {
  const { one } = twoPanels();
  await Promise.all(['a', 'b', 'c'].map((name) => one.change((now) => withFlag(now, flag(name)))));
  expect((await one.read()).flags.map(({ company }) => company)).toEqual(['c', 'b', 'a']);
});

test('each change builds on what another panel has written', async () => {
  const { one, other } = twoPanels();
  await one.change((now) => withRefresh(now, refresh));
  await other.change((now) => withFlag(now, flag('a')));
  const notes = await one.read();
  expect([notes.refreshes.map(({ id }) => id), notes.flags.length]).toEqual([['r'], 1]);
});

test('parts of a panel with hosts of their own change the notes at the same time, and lose nothing', async () => {
  const { one, other } = twoPanels();
  await Promise.all([
    one.change((now) => withFlag(now, flag('a'))),
    other.change((now) => ({ ...now, warm: { accounts: ['a.example'], partners: ['b.example'] } })),
  ]);
  const notes = await one.read();
  expect([notes.flags.length, notes.warm?.partners]).toEqual([1, ['b.example']]);
});

test('what does not fit is refused, and what was there stays', async () => {
  const { file, one } = twoPanels();
  await one.change((now) => withFlag(now, flag('a')));
  const parts = Array.from({ length: 100 }, (_part, at) => ({
    ...part,
    jobId: `j${at}`,
    domains: Array.from({ length: 100 }, (_domain, index) => `company-${at}-${index}.example`),
  }));
  const large = { ...refresh, record: { startedAtMs: 1, parts } };
  await expect(one.change((now) => withRefresh(now, large))).rejects.toMatchObject({ code: 'actionMalformed' });
  expect([file.writes, (await one.read()).flags.length]).toEqual([1, 1]);
});

describe('a refresh that has begun', () => {
  const silent = () => new Promise<never>(() => undefined);
  const shown = async (book: ReturnType<typeof notesBookOf>): Promise<readonly string[]> =>
    (await book.read()).refreshes.map(({ id }) => id);
  const hostOf = (file: { text: string }, writeNotes: BulkHost['writeNotes']): BulkHost =>
    ({ readNotes: async () => file.text, writeNotes }) as BulkHost;
  const refuse = () => Promise.reject(new TraceError('fileBusy', {}));

  test('is there when the notes are read again, though the host has refused to keep it, and is kept with the next change', async () => {
    const file = { text: '' };
    const host = hostOf(file, refuse);
    const book = notesBookOf(host);
    await expect(book.keep(refresh)).rejects.toMatchObject({ code: 'fileBusy' });
    const before = await shown(book);
    host.writeNotes = async (text) => void (file.text = text);
    await book.change((now) => withFlag(now, flag('a')));
    expect([before, readNotes(file.text).refreshes.map(({ id }) => id)]).toEqual([['r'], ['r']]);
  });

  test('keeps nothing waiting where the host never answers', async () => {
    jest.useFakeTimers();
    const book = notesBookOf(hostOf({ text: '' }, silent));
    const kept = expect(book.keep({ ...refresh, id: 'silent' })).rejects.toMatchObject({ code: 'fileBusy' });
    await jest.advanceTimersByTimeAsync(60_000);
    await kept;
    expect(await shown(book)).toEqual(['silent']);
    jest.useRealTimers();
  });

  test('is not shown any more once it was dismissed', async () => {
    const book = notesBookOf(hostOf({ text: '' }, refuse));
    await book.keep({ ...refresh, id: 'gone' }).catch(() => undefined);
    for (const id of ['gone', 'silent']) await book.drop(id).catch(() => undefined);
    expect(await shown(book)).toEqual([]);
  });
});
