import { parseJson, readArray, readCount, readObject } from '../client/json';
import { RunBudget, type Spent } from '../credits/run-budget';
import { CODE_LENGTH } from '../digest';
import { TraceError } from '../errors/trace-error';
import type { OwnPort } from './sheet/ports';

/**
 * What a user may spend on one enrichment, and has spent, in credits. It is stored in that user's own store: an
 * editor of the file can write neither a limit nor what counts against it. Each change compares what the store
 * contained before, so a second page of the same user stops the first one before it sends anything.
 */
export class Spending {
  private constructor(
    private readonly own: OwnPort,
    private readonly run: string,
    readonly limit: number,
    readonly budget: RunBudget,
    private text: string | null,
  ) {}

  /** For a new enrichment. */
  static async begin(own: OwnPort, run: string, limit: number): Promise<Spending> {
    const spending = new Spending(own, run, limit, new RunBudget(limit), null);
    await spending.note();
    return spending;
  }

  /**
   * For an enrichment of this user that continues. @returns `null`: this user's store does not know it
   *
   * @param rest what the user allows to be spent from here; absent: the rest of the limit
   */
  static async reopen(own: OwnPort, run: string, rest?: number): Promise<Spending | null> {
    const text = await own.load(run);
    const read = text === null ? null : readSpending(text);
    if (read === null) return null;
    const used = new RunBudget(0, read.spent).used;
    const limit = rest === undefined ? read.limit : used + rest;
    const spending = new Spending(own, run, limit, new RunBudget(limit, read.spent), text);
    await spending.note();
    return spending;
  }

  /** Reads a text of the store; `null`: there is none, or it is unreadable. */
  static read(text: string | null): { readonly limit: number; readonly used: number; readonly unsure: number } | null {
    const read = text === null ? null : readSpending(text);
    if (read === null) return null;
    const { used, unsure } = new RunBudget(0, read.spent);
    return { limit: read.limit, used, unsure };
  }

  /** Never throws: a remaining entry does no harm. */
  static async forget(own: OwnPort, run: string): Promise<void> {
    try {
      const text = await own.load(run);
      if (text !== null) await own.replace(run, text, null);
    } catch {
      // The enrichment is over anyway.
    }
  }

  /** Saves what was spent and what is about to be sent. Throws `runElsewhere` if another page has continued. */
  async note(): Promise<void> {
    const note = this.budget.toNote();
    const text = toText(this.limit, note);
    if (text !== this.text && !(await this.own.replace(this.run, this.text, text))) {
      throw new TraceError('runElsewhere', {});
    }
    this.text = text;
    this.budget.keptNote(note);
  }
}

/** Lookups of one kind and price have their codes side by side, since most are alike. */
function toText(limit: number, { settled, doubtful, sinceMs }: Spent): string {
  const groups = new Map<string, string>();
  for (const [name, credits] of doubtful) {
    const group = `${name.charAt(0)}${credits}`;
    groups.set(group, (groups.get(group) ?? '') + name.slice(1));
  }
  return JSON.stringify({ limit, settled, sinceMs, doubtful: [...groups] });
}

/** `null`: damaged. */
function readSpending(text: string): { readonly limit: number; readonly spent: Spent } | null {
  const read = readObject(parseJson(text));
  const [limit, settled] = [readCount(read?.['limit']), readCount(read?.['settled'])];
  const groups = readArray(read?.['doubtful']);
  if (limit === null || settled === null || groups === null) return null;
  const doubtful = new Map<string, number>();
  for (const each of groups) {
    const [group, codes] = readArray(each) ?? [];
    const credits = typeof group === 'string' ? readCount(group.slice(1)) : null;
    if (credits === null || typeof codes !== 'string') return null;
    const kind = (group as string).charAt(0);
    for (let at = 0; at < codes.length; at += CODE_LENGTH)
      doubtful.set(kind + codes.slice(at, at + CODE_LENGTH), credits);
  }
  return { limit, spent: { settled, doubtful, sinceMs: readCount(read?.['sinceMs']) } };
}
