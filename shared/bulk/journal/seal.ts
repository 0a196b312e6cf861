import { parseJson, readArray, readCount, readObject } from '../../client/json';
import { HEAD, JOURNAL_VERSION } from './part-names';

/**
 * How a person recognizes what they wrote into a file: by a secret of theirs that is not in the file, and by the newest
 * sequence of the run, which they keep beside the secret. So nobody else can make a journal that counts as theirs, and
 * restoring an older one does not work either.
 */
export interface JournalSeal {
  /**
   * @returns a mark of a text in this document, as ASCII, of at least 128 bits, which nobody can make without the
   * secret; `''`: there is no secret, or nothing that identifies the document
   */
  mark(text: string): Promise<string>;
  /** The newest sequence of a run that this person has saved; `null`: none. */
  newest(run: string): Promise<number | null>;
  /** @param sequence `null`: the run is over */
  keep(run: string, sequence: number | null): Promise<void>;
}

/**
 * What a journal is to the person who opens it: their own and the newest of its run; their own from before that, as where
 * it was put back or a workbook was closed without being saved; or anybody else's, as also their own from another
 * computer.
 */
export type Whose = 'own' | 'older' | 'other';

/** The part of a journal that contains its seal. */
const SEAL = 'seal';

type Parts = ReadonlyMap<string, string>;

interface Sealed {
  readonly run: string;
  readonly sequence: number;
  /** The mark of each part, by name. */
  readonly marks: Parts;
}

/** What a host keeps of a journal. */
interface Store {
  load(): Promise<Parts | null>;
  save(parts: Parts): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Seals a journal as it is saved: each part by itself, since few parts of a long journal change, and all marks together
 * with run and sequence, so that neither a part nor the whole can be replaced by another or older one. What somebody
 * else wrote stays unsealed, whoever resumes it, and so does what an earlier version wrote.
 */
export class SealedJournal implements Store {
  private sealed: Sealed | null = null;
  private isOlder = false;
  private isEmpty = false;

  constructor(
    private readonly store: Store,
    private readonly seal: JournalSeal,
  ) {}

  /** Of what was last loaded or saved. Known after loading. */
  get whose(): Whose {
    if (this.sealed !== null) return 'own';
    return this.isOlder ? 'older' : 'other';
  }

  async load(): Promise<Parts | null> {
    const kept = await this.store.load();
    this.sealed = null;
    this.isOlder = false;
    this.isEmpty = kept === null;
    if (kept === null) return null;
    const parts = new Map(kept);
    parts.delete(SEAL);
    this.sealed = await this.verify(kept.get(SEAL), parts);
    return parts;
  }

  async save(parts: Parts): Promise<void> {
    if (this.sealed === null && !this.isEmpty) return this.store.save(parts);
    const run = runOf(parts) || (this.sealed?.run ?? '');
    const sequence = (this.sealed?.sequence ?? 0) + 1;
    const marks = new Map(this.sealed?.marks ?? []);
    for (const [name, text] of parts) marks.set(name, await this.markPart(name, text));
    const sealed = { run, sequence, marks };
    await this.store.save(new Map([...parts, [SEAL, await this.toText(sealed)]]));
    this.sealed = sealed;
    this.isEmpty = false;
    // Not before: if this is interrupted, the journal must not be older than the saved sequence.
    if (run !== '') await this.seal.keep(run, sequence);
  }

  async remove(): Promise<void> {
    await this.store.remove();
    const run = this.sealed?.run ?? '';
    this.sealed = null;
    this.isOlder = false;
    this.isEmpty = true;
    if (run !== '') await this.seal.keep(run, null);
  }

  private async verify(text: string | undefined, parts: Parts): Promise<Sealed | null> {
    const sealed = readSealed(text);
    if (text === undefined || sealed === null || sealed.run !== runOf(parts)) return null;
    if (sealed.marks.size !== parts.size || (await this.toText(sealed)) !== text) return null;
    for (const [name, part] of parts) {
      const mark = await this.markPart(name, part);
      if (mark === '' || mark !== sealed.marks.get(name)) return null;
    }
    const newest = await this.seal.newest(sealed.run);
    this.isOlder = newest === null || sealed.sequence < newest;
    return this.isOlder ? null : sealed;
  }

  private markPart(name: string, text: string): Promise<string> {
    return this.seal.mark(JSON.stringify(['part', name, text]));
  }

  private async toText({ run, sequence, marks }: Sealed): Promise<string> {
    const all = [run, sequence, [...marks]];
    return JSON.stringify([await this.seal.mark(JSON.stringify(['journal', JOURNAL_VERSION, ...all])), ...all]);
  }
}

/** The sequence with which parts are signed when they are saved; `null`: they are not. */
export function signedIn(parts: ReadonlyMap<string, string>): readonly [run: string, sequence: number] | null {
  const sealed = readSealed(parts.get(SEAL));
  return sealed === null || sealed.run === '' ? null : [sealed.run, sealed.sequence];
}

/** Parses a seal. Whether its marks are true is checked elsewhere. */
function readSealed(text: string | undefined): Sealed | null {
  const [mark, run, sequence, marks] = readArray(parseJson(text ?? '')) ?? [];
  const isPair = (entry: unknown): entry is readonly [string, string] =>
    Array.isArray(entry) && entry.length === 2 && entry.every((each) => typeof each === 'string');
  const pairs = readArray(marks);
  const at = readCount(sequence);
  if (typeof mark !== 'string' || mark === '' || typeof run !== 'string' || at === null) return null;
  return pairs?.every(isPair) === true ? { run, sequence: at, marks: new Map(pairs) } : null;
}

function runOf(parts: Parts): string {
  const head = parts.get(HEAD);
  // Most blocks are saved without it, and an error of no text takes long to make.
  const run = head === undefined ? head : readObject(parseJson(head))?.['run'];
  return typeof run === 'string' ? run : '';
}
