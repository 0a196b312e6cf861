import type { Exchange } from '../../client/exchange';
import { isAnswered } from '../../client/response';
import { toTraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { runAsync } from '../../task';
import type { AsyncPerformers } from '../core-ports';
import type { RunPorts } from '../sheet/ports';

/**
 * The order in which an enrichment's fetches send. Only one has requests in flight, so no more are sent at once than
 * by a single fetch. While one is in trouble (asked to wait, out of credits, offline), the others send nothing.
 */
export class SendOrder {
  /** Fetches after this position send nothing, because an earlier one was in trouble. `Infinity`: none was. */
  lastPlace = Infinity;
  /** Set if the user ends the enrichment while a fetch waits: nothing more is waited for or sent. */
  isEnding = false;
  private hasSender = false;
  private readonly waiting: ((hasTurn: boolean) => void)[] = [];
  private readonly asleep = new Set<() => void>();

  /**
   * Waits until no other fetch sends.
   * @returns whether this one may send; `false` once the order is closed
   */
  turn(): Promise<boolean> {
    if (this.hasSender) return new Promise((resolve) => this.waiting.push(resolve));
    this.hasSender = true;
    return Promise.resolve(true);
  }

  /** Passes the turn to the fetch that has waited longest. */
  handOn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.hasSender = false;
    else next(true);
  }

  /** Waits for the given time, or until the order is closed. */
  async sleep(slept: PromiseLike<void>): Promise<void> {
    let wake = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        wake = resolve;
        this.asleep.add(wake);
        void Promise.resolve(slept).then(resolve, reject);
      });
    } finally {
      this.asleep.delete(wake);
    }
  }

  /** @param place the first position that sends nothing more */
  endFrom(place: number): void {
    this.isEnding = true;
    this.lastPlace = Math.min(this.lastPlace, place - 1);
  }

  /** Ends all sending and waiting. */
  close(): void {
    this.lastPlace = -1;
    for (const wake of this.asleep) wake();
    for (const refuse of this.waiting.splice(0)) refuse(false);
  }
}

interface Turn {
  /** How many fetches began before it. */
  readonly place: number;
  /** Whether the stored spending already covers what is about to be sent. If not, `note` must be called first. */
  readonly isNoted: () => boolean;
  readonly note: () => Promise<void>;
}

/** How soon a request by the user to end is noticed. */
const LISTEN_EVERY_MS = 1_000;

/**
 * Runs a fetch in its turn. The next one sends as soon as the answers arrive, before they are read.
 *
 * @returns `null` if it was cut short and must start again; answers that arrived are saved
 */
export async function inTurn<T>(
  ports: RunPorts,
  order: SendOrder,
  { place, isNoted, note }: Turn,
  fetch: (ports: RunPorts) => Promise<T>,
): Promise<T | null> {
  let [hasTurn, isInTrouble, isCutShort] = [false, false, false];
  // In line from the start, so that fetches send in the order in which they began, whichever the host answers first.
  let firstTurn: Promise<boolean> | null = order.turn();
  const { client, person } = ports;
  const mayGoOn = (): boolean => place <= order.lastPlace;
  const http: AsyncPerformers['http'] = async (effect) => {
    let answer: readonly Exchange[];
    try {
      if (!hasTurn) {
        // Noted while another fetch sends: its answers are read as soon as they arrive, and noting would have to
        // wait.
        if (mayGoOn() && !isNoted()) await note();
        hasTurn = await (firstTurn ?? order.turn());
        firstTurn = null;
        if (mayGoOn() && person.wish() !== 'goOn') order.endFrom(place);
      }
      if (!mayGoOn()) {
        isCutShort = true;
        return effect.requests.map((): Exchange => ({ ok: false, reason: 'outOfTime' }));
      }
      if (!isNoted()) await note();
      answer = await client.http(effect);
    } catch (error) {
      isInTrouble = true;
      throw error;
    }
    isInTrouble ||= !answer.every(isAnswered);
    if (!isInTrouble) {
      hasTurn = false;
      order.handOn();
    }
    return answer;
  };
  /** Uses the clock, because browsers delay the timers of background pages. */
  const sleep: AsyncPerformers['sleep'] = async ({ delayMs }) => {
    const untilMs = (await client.now()) + delayMs;
    for (let leftMs = delayMs; leftMs > 0 && mayGoOn(); leftMs = untilMs - (await client.now())) {
      const slept = client.sleep({ delayMs: Math.min(leftMs, LISTEN_EVERY_MS) });
      await order.sleep(Promise.resolve(slept));
      if (leftMs <= LISTEN_EVERY_MS) return;
      if (person.wish() !== 'goOn') order.endFrom(0);
    }
  };
  const own: AsyncPerformers = { ...client, http, sleep };
  try {
    const value = await fetch({ ...ports, client: own, perform: (task) => runAsync(task, own) });
    return isCutShort ? null : value;
  } catch (thrown) {
    // It failed because requests were not sent.
    if (isCutShort && traitsOf(toTraceError(thrown)).ends === 'call') return null;
    throw thrown;
  } finally {
    if (isInTrouble) order.lastPlace = Math.min(order.lastPlace, place);
    // It has sent nothing, so its turn may still have to come.
    if (firstTurn !== null) hasTurn = await firstTurn;
    if (hasTurn) order.handOn();
  }
}
