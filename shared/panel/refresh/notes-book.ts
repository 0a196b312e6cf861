import type { BulkHost } from '../bulk-host';
import { TraceError } from '../../errors/trace-error';
import { notesToText, readNotes, type FileNotes } from './file-notes';

/** The notes of a file: each change builds on what is there now, since another panel may have changed it. */
export interface NotesBook {
  readonly read: () => Promise<FileNotes>;
  /** Rejects where the host refuses, or with `actionMalformed` where it does not fit. Returns what is there then. */
  readonly change: (toNext: (now: FileNotes) => FileNotes) => Promise<FileNotes>;
}

/** A page is of one file, though its parts have hosts of their own: all reads and changes go one after another. */
let last: Promise<unknown> = Promise.resolve();

function after<T>(act: () => Promise<T>): Promise<T> {
  const done = last.then(act);
  last = done.catch(() => undefined);
  return done;
}

/** The notes of a host's file. */
export function notesBookOf(host: BulkHost): NotesBook {
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
