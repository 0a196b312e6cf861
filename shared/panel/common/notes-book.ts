import type { BulkHost } from '../bulk-host';
import { TraceError } from '../../errors/trace-error';
import {
  isNoted,
  notesToText,
  readNotes,
  withoutRescan,
  withRescan,
  type FileNotes,
  type KeptRescan,
} from './file-notes';

/** The notes of a file: each change builds on what is there now, since another panel may have changed it. */
export interface NotesBook {
  /** With the rescans that the host has not kept. */
  readonly read: () => Promise<FileNotes>;
  /** Rejects if the host refuses, or with `actionMalformed` if the notes do not fit. Returns the new notes. */
  readonly change: (toNext: (now: FileNotes) => FileNotes) => Promise<FileNotes>;
  /**
   * {@link change} for a rescan that has begun, and must not be lost: if the host refuses it, the next change includes
   * it.
   */
  readonly keep: (rescan: KeptRescan) => Promise<FileNotes>;
  readonly drop: (id: string) => Promise<FileNotes>;
}

/**
 * A host that takes longer does not block the next change. Its write may then replace a newer one, and companies are
 * sent again, which is free.
 */
const ANSWERS_WITHIN_MS = 60_000;

/** A page is of one file, though its parts have hosts of their own: all reads and changes go one after another. */
let last: Promise<unknown> = Promise.resolve();
/** Rescans that the host has not kept, each in its newest state. */
const unkept = new Map<string, KeptRescan>();

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
  const change: NotesBook['change'] = (toNext) =>
    after(async (isLate) => {
      const now = await read();
      const unconfirmed = [...unkept.values()];
      // A rescan that does not fit must not keep others from being noted.
      const fitting = unconfirmed.reduce<readonly KeptRescan[]>((some, each) => {
        const more = [...some, each];
        return notesToText(toNext(withAll(now, more))) === null ? some : more;
      }, []);
      const text = notesToText(toNext(withAll(now, fitting)));
      if (text === null) throw new TraceError('actionMalformed', { expected: 'fewer companies in one rescan' });
      // Newer changes may have been written meanwhile.
      if (isLate()) throw new TraceError('fileBusy', {});
      await host.writeNotes(text);
      for (const each of unconfirmed) {
        if (unkept.get(each.id) === each && isNoted(text, each)) unkept.delete(each.id);
      }
      return withUnkept(readNotes(text));
    });
  return {
    read: () => after(async () => withUnkept(await read())),
    change,
    keep(rescan) {
      unkept.set(rescan.id, rescan);
      return change((notes) => {
        // There may be a newer state now, or no state: an earlier change kept it, or the user dismissed it.
        const newest = unkept.get(rescan.id);
        return newest === undefined ? notes : withRescan(notes, newest);
      });
    },
    drop(id) {
      unkept.delete(id);
      return change((notes) => withoutRescan(notes, id));
    },
  };
}

function withUnkept(notes: FileNotes): FileNotes {
  return withAll(notes, [...unkept.values()]);
}

function withAll(notes: FileNotes, rescans: readonly KeptRescan[]): FileNotes {
  return rescans.reduce(withRescan, notes);
}
