import type { BulkHost } from '../bulk-host';
import { TraceError } from '../../errors/trace-error';
import { notesToText, readNotes, type FileNotes } from './file-notes';

/** The notes of a file: each change builds on what is there now, since another panel may have changed it. */
export interface NotesBook {
  readonly read: () => Promise<FileNotes>;
  /** Rejects if the host refuses, or with `actionMalformed` if the notes do not fit. Returns the new notes. */
  readonly change: (toNext: (now: FileNotes) => FileNotes) => Promise<FileNotes>;
}

/**
 * A host that takes longer does not block the next change. Its write may then replace a newer one, and companies are
 * sent again, which is free.
 */
const ANSWERS_WITHIN_MS = 60_000;

/** A page is of one file, though its parts have hosts of their own: all reads and changes go one after another. */
let last: Promise<unknown> = Promise.resolve();

/** @param act can ask whether it is too late to go on */
function after<T>(act: (isLate: () => boolean) => Promise<T>): Promise<T> {
  const done = last.then(() => within(act));
  last = done.catch(() => undefined);
  return done;
}

function within<T>(act: (isLate: () => boolean) => Promise<T>): Promise<T> {
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new TraceError('fileBusy', {}));
    }, ANSWERS_WITHIN_MS);
  });
  return Promise.race([act(() => isLate), late]).finally(() => clearTimeout(timer));
}

/** The notes of a host's file. */
export function notesBookOf(host: BulkHost): NotesBook {
  const read = async (): Promise<FileNotes> => readNotes(await host.readNotes());
  return {
    read: () => after(read),
    change: (toNext) =>
      after(async (isLate) => {
        const text = notesToText(toNext(await read()));
        if (text === null) throw new TraceError('actionMalformed', { expected: 'fewer companies in one rescan' });
        // Newer changes may have been written meanwhile.
        if (isLate()) throw new TraceError('fileBusy', {});
        await host.writeNotes(text);
        return readNotes(text);
      }),
  };
}
