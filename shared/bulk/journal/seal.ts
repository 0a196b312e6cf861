import { parseJson, readArray, readCount, readObject } from '../../client/json';
import { HEAD, JOURNAL_VERSION } from './part-names';

/**
 * By what a person knows again what they have written into a file: a secret of theirs, of which the file holds nothing, and
 * the newest sequence of the run, which they keep beside it. So nobody else can make a journal that is taken for theirs, and
 * an older one that is put back is not taken either.
 */
export interface JournalSeal {
  /**
   * @returns a mark of a text in this document that nobody can make without the secret, of at least 128 bits, as ASCII;
   * `''`: there is no secret, or nothing by which the document is known
   */
  mark(text: string): Promise<string>;
  /** The newest sequence of a run that this person has kept; `null`: none. */
  newest(run: string): Promise<number | null>;
  /** @param sequence `null`: the run is over */
  keep(run: string, sequence: number | null): Promise<void>;
}

/** The part of a journal that its seal is in. */
export const SEAL = 'seal';

type Parts = ReadonlyMap<string, string>;

interface Sealed {
  readonly run: string;
  readonly sequence: number;
  /** Of each part by its name. */
  readonly marks: Parts;
}

/** What a host keeps of a journal. */
interface Store {
  load(): Promise<Parts | null>;
  save(parts: Parts): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A journal that is sealed as it is saved: each part by itself, since a long journal changes in few of them, and their marks
 * together with run and sequence, so that neither a part nor the whole can be taken from elsewhere or from earlier. What
 * somebody else has written stays without a seal, whoever goes on with it, and so does what an earlier version has.
 */
export class SealedJournal implements Store {
  private sealed: Sealed | null = null;
  private isEmpty = false;

  constructor(
    private readonly store: Store,
    private readonly seal: JournalSeal,
  ) {}

  /** Whether what was loaded or saved last is this person's, and the newest. Known once it was loaded. */
  get isOwn(): boolean {
    return this.sealed !== null;
  }

  async load(): Promise<Parts | null> {
    const kept = await this.store.load();
    this.sealed = null;
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
    // Not before: where this breaks off, the journal must not be older than what is kept.
    if (run !== '') await this.seal.keep(run, sequence);
  }

  async remove(): Promise<void> {
    await this.store.remove();
    const run = this.sealed?.run ?? '';
    this.sealed = null;
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
    return newest === null || sealed.sequence < newest ? null : sealed;
  }

  private markPart(name: string, text: string): Promise<string> {
    return this.seal.mark(JSON.stringify(['part', name, text]));
  }

  private async toText({ run, sequence, marks }: Sealed): Promise<string> {
    const all = [run, sequence, [...marks]];
    return JSON.stringify([await this.seal.mark(JSON.stringify(['journal', JOURNAL_VERSION, ...all])), ...all]);
  }
}

/** What parts to be saved are signed as; `null`: they are not. */
export function signedIn(parts: ReadonlyMap<string, string>): readonly [run: string, sequence: number] | null {
  const sealed = readSealed(parts.get(SEAL));
  return sealed === null || sealed.run === '' ? null : [sealed.run, sealed.sequence];
}

/** As it is written; whether its marks are true, only the seal tells. */
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
  const run = readObject(parseJson(parts.get(HEAD) ?? ''))?.['run'];
  return typeof run === 'string' ? run : '';
}
