import type { Exchange } from '../../client/exchange';
import { readReply } from '../../client/response';
import { toTraceError } from '../../errors/trace-error';
import { runAsync } from '../../task';
import type { AsyncPerformers } from '../core-ports';
import type { RunPorts } from '../sheet/ports';

/**
 * The order in which the fetches of a run send. Only one of them has requests under way, so no more are sent at once than
 * by one fetch alone; and while one is in trouble (told to wait, out of credits, cut off) the others send nothing.
 */
export class SendOrder {
  /** Fetches behind this place send nothing more: one before them was in trouble. `Infinity`: none was. */
  lastPlace = Infinity;
  /** A person wants the run to end while a fetch waits: nothing more is waited for, or sent. */
  isEnding = false;
  private hasSender = false;
  private readonly waiting: ((hasTurn: boolean) => void)[] = [];
  private readonly asleep = new Set<() => void>();

  /** Waits until no other fetch sends. @returns whether it has the turn: not where the order was closed meanwhile */
  turn(): Promise<boolean> {
    if (this.hasSender) return new Promise((resolve) => this.waiting.push(resolve));
    this.hasSender = true;
    return Promise.resolve(true);
  }

  /** Gives the turn to whoever waits longest. */
  handOn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.hasSender = false;
    else next(true);
  }

  /** Waits for a time, or until the order is closed. */
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

  /** @param place from which on nothing more is sent */
  endFrom(place: number): void {
    this.isEnding = true;
    this.lastPlace = Math.min(this.lastPlace, place - 1);
  }

  /** Nobody sends or waits any more. */
  close(): void {
    this.lastPlace = -1;
    for (const wake of this.asleep) wake();
    for (const refuse of this.waiting.splice(0)) refuse(false);
  }
}

export interface Turn {
  /** How many fetches began before it. */
  readonly place: number;
  /** Whether a run that broke off now would know of what is about to be sent; if not, `note` is done first. */
  readonly isNoted: () => boolean;
  readonly note: () => Promise<void>;
}

/** How soon a person who wants the run to end is heard. */
const LISTEN_EVERY_MS = 1_000;

/**
 * Does a fetch in its turn. The next one sends as soon as answers are there, before they are read.
 *
 * @returns `null`: not all of it was sent, so it is to be begun anew; what it was answered until then is remembered
 */
export async function inTurn<T>(
  ports: RunPorts,
  order: SendOrder,
  { place, isNoted, note }: Turn,
  fetch: (ports: RunPorts) => Promise<T>,
): Promise<T | null> {
  let [hasTurn, isInTrouble, isCutShort] = [false, false, false];
  const { client, person } = ports;
  const mayGoOn = (): boolean => place <= order.lastPlace;
  const http: AsyncPerformers['http'] = async (effect) => {
    if (!hasTurn) {
      hasTurn = await order.turn();
      if (mayGoOn() && person.wish() !== 'goOn') order.endFrom(place);
    }
    if (!mayGoOn()) {
      isCutShort = true;
      return effect.requests.map((): Exchange => ({ ok: false, reason: 'outOfTime' }));
    }
    let answer: readonly Exchange[];
    try {
      if (!isNoted()) await note();
      answer = await client.http(effect);
    } catch (error) {
      isInTrouble = true;
      throw error;
    }
    isInTrouble ||= !answer.every(isWell);
    if (!isInTrouble) {
      hasTurn = false;
      order.handOn();
    }
    return answer;
  };
  /** By the clock: a browser lets the timers of a page that is not looked at run late. */
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
    // It fails for want of what was not sent.
    if (isCutShort && toTraceError(thrown).code === 'outOfTime') return null;
    throw thrown;
  } finally {
    if (isInTrouble) order.lastPlace = Math.min(order.lastPlace, place);
    if (hasTurn) order.handOn();
  }
}

function isWell(exchange: Exchange): boolean {
  if (!exchange.ok) return false;
  const { status } = exchange.response;
  return (status >= 200 && status < 300) || readReply(exchange, null).is === 'notFound';
}
