import type { Exchange } from '../../client/exchange';
import { readReply } from '../../client/response';
import { now, sleep } from '../../client/ports';
import type { Task } from '../core-ports';
import { askGrid, type RunTask } from '../sheet/ports';

/**
 * The order in which the fetches of a run send. Only one of them has requests under way, so no more are sent at once than
 * by one fetch alone; and while one is in trouble (told to wait, out of credits, cut off) the others send nothing.
 */
export interface Line {
  /** Fetches behind this place send nothing more: one before them was in trouble. `Infinity`: none was. */
  lastPlace: number;
  /** A person wishes the run to end while a fetch waits: nothing more is waited for, or sent. */
  isEnding: boolean;
}

export interface Place {
  /** How many fetches began before it. */
  readonly place: number;
  /** Done once it has the turn, before each sending. */
  readonly beforeSending: () => RunTask<void>;
}

/** How soon a person who wishes the run to end is heard. */
const LISTEN_EVERY_MS = 1_000;

/**
 * Does a fetch in its turn. The next one sends as soon as answers are there, before they are read.
 *
 * @returns `null`: not all of it was sent, so it is to be begun anew; what it was answered until then is remembered
 */
export function* inLine<T>(task: Task<T> | RunTask<T>, line: Line, { place, beforeSending }: Place): RunTask<T | null> {
  let [hasTurn, isInTrouble, isCutShort] = [false, false, false];
  const mayGoOn = (): boolean => place <= line.lastPlace;
  try {
    let step = task.next();
    while (!step.done) {
      const effect = step.value;
      const { ask } = effect;
      if (ask === 'http' && !hasTurn) {
        hasTurn = (yield { ask: 'turn' }) as boolean;
        if (mayGoOn() && (yield* askGrid<'control'>({ ask: 'control' })) !== 'goOn') end(line, place);
      }
      if (ask === 'http' && !mayGoOn()) {
        isCutShort = true;
        step = task.next(effect.requests.map((): Exchange => ({ ok: false, reason: 'outOfTime' })));
        continue;
      }
      let answer: unknown;
      try {
        if (ask === 'http') yield* beforeSending();
        answer = ask === 'sleep' ? yield* wait(effect.delayMs, line, mayGoOn) : yield effect;
      } catch (error) {
        if (ask === 'http') isInTrouble = true;
        step = task.throw(error);
        continue;
      }
      if (ask === 'http') {
        isInTrouble ||= !(answer as readonly Exchange[]).every(isWell);
        if (!isInTrouble) {
          hasTurn = false;
          yield { ask: 'handOn' };
        }
      }
      step = task.next(answer);
    }
    return isCutShort ? null : step.value;
  } finally {
    if (isInTrouble) line.lastPlace = Math.min(line.lastPlace, place);
    if (hasTurn) yield { ask: 'handOn' };
  }
}

/** By the clock: a browser lets the timers of a page that is not looked at run late. */
function* wait(delayMs: number, line: Line, mayGoOn: () => boolean): RunTask<void> {
  const untilMs = (yield* now()) + delayMs;
  for (let leftMs = delayMs; leftMs > 0 && mayGoOn(); leftMs = untilMs - (yield* now())) {
    yield* sleep(Math.min(leftMs, LISTEN_EVERY_MS));
    if (leftMs <= LISTEN_EVERY_MS) return;
    if ((yield* askGrid<'control'>({ ask: 'control' })) === 'goOn') continue;
    end(line, 0);
  }
}

/** @param place from which on nothing more is sent */
function end(line: Line, place: number): void {
  line.isEnding = true;
  line.lastPlace = Math.min(line.lastPlace, place - 1);
}

function isWell(exchange: Exchange): boolean {
  if (!exchange.ok) return false;
  const { status } = exchange.response;
  return (status >= 200 && status < 300) || readReply(exchange, null).is === 'notFound';
}
