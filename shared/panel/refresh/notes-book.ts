import type { BulkHost } from '../bulk-host';
import { TraceError } from '../../errors/trace-error';
import { notesToText, readNotes, type FileNotes } from './file-notes';

/** The notes of a file: each change builds on what is there now, since another panel may have changed it. */
export interface NotesBook {
  readonly read: () => Promise<FileNotes>;
  /** Rejects where the host refuses, or with `actionMalformed` where it does not fit. Returns what is there then. */
  readonly change: (toNext: (now: FileNotes) => FileNotes) => Promise<FileNotes>;
}

const books = new WeakMap<BulkHost, NotesBook>();

/** The one book of a host, since its changes go one after another. */
export function notesBookOf(host: BulkHost): NotesBook {
  const book = books.get(host) ?? makeNotesBook(host);
  books.set(host, book);
  return book;
}

function makeNotesBook(host: BulkHost): NotesBook {
  let last: Promise<unknown> = Promise.resolve();
  const after = <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  };
  const read = async (): Promise<FileNotes> => readNotes(await host.readNotes());
  return {
    read: () => after(read),
    change: (toNext) =>
      after(async () => {
        const next = toNext(await read());
        const text = notesToText(next);
        if (text === null) throw new TraceError('actionMalformed', { expected: 'fewer companies in one refresh' });
        await host.writeNotes(text);
        return readNotes(text);
      }),
  };
}
