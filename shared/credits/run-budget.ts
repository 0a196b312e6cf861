import type { LookupKind } from '../records/outcome';
import { codeOf } from '../digest';

/** What a run has spent, and what it may have been charged besides: by {@link lookupName}, in credits. */
export interface Spent {
  readonly settled: number;
  readonly doubtful: ReadonlyMap<string, number>;
}

export const NOTHING_SPENT: Spent = { settled: 0, doubtful: new Map() };

/** A look-up in few characters. */
export function lookupName(kind: LookupKind, identifier: string): string {
  return kind.charAt(0) + codeOf(identifier);
}

/**
 * What a run may spend and has spent, in credits. What was under way when the run broke off is in doubt: it counts as spent
 * until it is answered again, and nothing else is paid for with it meanwhile.
 */
export class Purse {
  /** Companies that this part of the run has been charged for, where the host does not tell. */
  readonly charged = new Set<string>();
  private settled: number;
  private readonly doubtful: Map<string, number>;
  private inDoubt: number;
  /** Granted, and not answered yet. */
  private readonly underWay = new Map<string, number>();
  /** Of what is under way: what the journal says of it for certain. */
  private noted: ReadonlyMap<string, number> = new Map();
  private lastNote: Spent | null = null;

  /** @param limit in credits, for all that is spent; `null`: none */
  constructor(
    private limit: number | null,
    { settled, doubtful }: Spent = NOTHING_SPENT,
  ) {
    this.settled = settled;
    this.doubtful = new Map(doubtful);
    this.inDoubt = sumOf(doubtful.values());
  }

  get used(): number {
    return this.settled + this.inDoubt;
  }

  /** Of {@link used}: what may not have been charged at all. */
  get unsure(): number {
    return this.inDoubt;
  }

  get spent(): Spent {
    return { settled: this.settled, doubtful: new Map(this.doubtful) };
  }

  /** `null`: no limit. */
  get left(): number | null {
    return this.limit === null ? null : Math.max(0, this.limit - this.used);
  }

  /** No more than this from now on. */
  lowerTo(credits: number): void {
    this.limit = Math.min(this.limit ?? Infinity, this.used + credits);
  }

  spend(credits: number): void {
    this.settled += credits;
  }

  doubtOf(name: string): number {
    return this.doubtful.get(name) ?? 0;
  }

  /** What was in doubt is answered by now. @param credits what it has been charged at most */
  resolve(name: string, credits: number): void {
    this.inDoubt -= this.doubtOf(name);
    if (this.doubtful.delete(name)) this.settled += credits;
  }

  begin(name: string, credits: number): void {
    this.underWay.set(name, credits);
  }

  end(name: string): void {
    this.underWay.delete(name);
  }

  /** It was asked for, and nobody knows whether it was charged. */
  doubt(name: string): void {
    const credits = (this.underWay.get(name) ?? 0) - this.doubtOf(name);
    if (credits > 0) {
      this.doubtful.set(name, this.doubtOf(name) + credits);
      this.inDoubt += credits;
    }
    this.end(name);
  }

  /** Whether a run that broke off now would know of all that is under way. */
  get isNoted(): boolean {
    if (this.limit === null) return true;
    for (const [name, credits] of this.underWay) if ((this.noted.get(name) ?? 0) < credits) return false;
    return true;
  }

  /** To be kept; {@link keptNote} is to be told when it is. Until then nothing is certain but what both notes say. */
  toNote(): Spent {
    const doubtful = new Map(this.doubtful);
    for (const [name, credits] of this.underWay) doubtful.set(name, Math.max(credits, this.doubtOf(name)));
    const note = { settled: this.settled, doubtful };
    const least = ([name, credits]: readonly [string, number]): readonly [string, number] => [
      name,
      Math.min(credits, doubtful.get(name) ?? 0),
    ];
    this.noted = new Map([...this.noted].map(least));
    this.lastNote = note;
    return note;
  }

  keptNote(note: Spent): void {
    if (note === this.lastNote) this.noted = note.doubtful;
  }
}

function sumOf(credits: Iterable<number>): number {
  let sum = 0;
  for (const each of credits) sum += each;
  return sum;
}
