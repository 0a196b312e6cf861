import type { Policy } from './history';

/** Sentences that may replace an expected value, if something has happened that they describe. */
const SAID = {
  rateLimited: /too many requests/,
  serviceFailed: /Trace has a problem \(HTTP 500\)/,
  unreachable: /could not be reached/,
  unreadable: /could not be read/,
  leftOut: /answered without this row/,
  creditsOut: /Not enough Trace credits|No Trace credits are left/,
  keyRefused: /refused the API key/,
  noKey: /No API key\. /,
  cancelled: /asked again|no longer|cancel|changed/i,
  waits: /Waiting for approval|Daily limit of/,
  limitNotKept: /spending cannot be saved right now/,
  outOfTime: /time/,
  notFetchedYet: /Not fetched yet/,
  routeMissing: /doesn't support this function yet/,
} as const;

type Excuse = keyof typeof SAID;

const MOST_MS = 11 * 60_000;

/** What has happened lately. */
export class Excuses {
  private readonly untilMs = new Map<Excuse, number>();
  private readonly meanwhile = new Set<Excuse>();

  /** @param nowMs the true time; an excuse holds for as long as the longest pause that hosts make */
  note(excuse: Excuse, nowMs: number, forMs = MOST_MS): void {
    this.untilMs.set(excuse, Math.max(nowMs + forMs, this.untilMs.get(excuse) ?? 0));
  }

  /** Holds until the calculation is looked at. */
  noteMeanwhile(excuse: Excuse): void {
    this.meanwhile.add(excuse);
  }

  /** What a host has been answered. @param forMs how long a single failure may be told of */
  noteAnswer(status: number, fault: string | null, nowMs: number, forMs: number): void {
    const note = (excuse: Excuse): void => (forMs === 0 ? this.noteMeanwhile(excuse) : this.note(excuse, nowMs, forMs));
    if (status === 402) this.note('creditsOut', nowMs);
    if (status === 429) this.note('rateLimited', nowMs);
    if (status === 500) note('serviceFailed');
    if (status === 0) note('unreachable');
    if (status === 401) note('keyRefused');
    if (fault === 'malformed-json') note('unreadable');
    if (fault === 'results-dropped') note('leftOut');
  }

  /** What holds while a calculation begins. */
  noteSettings({ mode }: Policy, key: string | null): void {
    if (mode !== 'freely') this.noteMeanwhile('waits');
    if (key === null) this.noteMeanwhile('noKey');
    if (key === 'trace_wrong') this.noteMeanwhile('keyRefused');
    // The model has no list of one company's partners, which a slug would be answered by.
    this.noteMeanwhile('routeMissing');
  }

  endCalculation(): void {
    this.meanwhile.clear();
  }

  allow(shown: string, nowMs: number): boolean {
    const lately = [...this.untilMs].flatMap(([excuse, untilMs]) => (nowMs <= untilMs ? [excuse] : []));
    return [...this.meanwhile, ...lately].some((excuse) => SAID[excuse].test(shown));
  }
}
