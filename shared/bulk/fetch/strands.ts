import type { Effect } from '../core-ports';
import type { GridEffect, RunTask } from '../sheet/ports';

/** Something that a run does beside its main task. */
export interface Strand {
  readonly isStrand: true;
}

/** What the tasks of one run ask of each other. Answered by {@link Strands}, never by a host. */
export type StrandEffect =
  /** Begins a task; answered with its {@link Strand}. */
  | { readonly ask: 'begin'; readonly task: RunTask<unknown> }
  /** Waits for its end; answered with its value, or thrown what it has thrown. */
  | { readonly ask: 'end'; readonly strand: Strand }
  /** Ends its waiting for a turn, which it does not get, or for a time. */
  | { readonly ask: 'wake'; readonly strand: Strand }
  /** Waits until no other task has the turn; answered with whether it got it. */
  | { readonly ask: 'turn' }
  /** Gives the turn to whoever waits longest, who goes on first: what it sends is under way before anything else is done. */
  | { readonly ask: 'handOn' };

/** An effect that a host has to answer, once. */
export interface Asked {
  readonly effect: Effect | GridEffect;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

export type Ended = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

type AnyEffect = Effect | GridEffect | StrandEffect;
type Resume = (task: RunTask<unknown>) => IteratorResult<AnyEffect, unknown>;

interface Thread extends Strand {
  readonly task: RunTask<unknown>;
  /** What it has asked last, as long as that is not answered. */
  waitsFor: AnyEffect | null;
  end: Ended | null;
  readonly onEnd: ((end: Ended) => void)[];
}

/** The main task of a run and those that it begins: which of them goes on, as answers come. Performs nothing itself. */
export class Strands {
  /** How many tasks have not ended. */
  underWay = 0;
  private hasTurn: Thread | null = null;
  private readonly inLine: Thread[] = [];

  constructor(private readonly ask: (asked: Asked) => void) {}

  begin(task: RunTask<unknown>, onEnd: (end: Ended) => void = () => undefined): Strand {
    const thread: Thread = { isStrand: true, task, waitsFor: null, end: null, onEnd: [onEnd] };
    this.underWay += 1;
    this.goOn(thread, (own) => own.next());
    return thread;
  }

  /** Lets a task go on until it waits for something or ends. */
  private goOn(thread: Thread, first: Resume): void {
    let resume: Resume | null = first;
    while (resume !== null) {
      thread.waitsFor = null;
      let step: IteratorResult<AnyEffect, unknown>;
      try {
        step = resume(thread.task);
      } catch (error) {
        this.finish(thread, { ok: false, error });
        return;
      }
      if (step.done === true) {
        this.finish(thread, { ok: true, value: step.value });
        return;
      }
      thread.waitsFor = step.value;
      resume = this.take(thread, step.value);
    }
  }

  private finish(thread: Thread, end: Ended): void {
    thread.end = end;
    this.underWay -= 1;
    for (const tell of thread.onEnd) tell(end);
  }

  /** @returns how the task goes on at once; `null`: it waits */
  private take(thread: Thread, effect: AnyEffect): Resume | null {
    if (!isOfStrands(effect)) {
      this.askHost(thread, effect);
      return null;
    }
    switch (effect.ask) {
      case 'begin': {
        const strand = this.begin(effect.task);
        return (task) => task.next(strand);
      }
      case 'end': {
        const { end, onEnd } = effect.strand as Thread;
        if (end !== null) return toResume(end);
        onEnd.push((told) => this.goOn(thread, toResume(told)));
        return null;
      }
      case 'wake':
        this.wake(effect.strand as Thread);
        return toNext;
      case 'turn':
        if (this.hasTurn !== null) {
          this.inLine.push(thread);
          return null;
        }
        this.hasTurn = thread;
        return toTurn;
      case 'handOn':
        this.hasTurn = this.inLine.shift() ?? null;
        if (this.hasTurn !== null) this.goOn(this.hasTurn, toTurn);
        return toNext;
    }
  }

  private askHost(thread: Thread, effect: Effect | GridEffect): void {
    const goOn = (resume: Resume): void => {
      // One that was woken meanwhile waits for something else by now.
      if (thread.waitsFor === effect) this.goOn(thread, resume);
    };
    this.ask({
      effect,
      answer: (value) => goOn((task) => task.next(value)),
      fail: (error) => goOn((task) => task.throw(error)),
    });
  }

  private wake(thread: Thread): void {
    const place = this.inLine.indexOf(thread);
    if (place >= 0) {
      this.inLine.splice(place, 1);
      this.goOn(thread, (task) => task.next(false));
    } else if (thread.waitsFor?.ask === 'sleep') this.goOn(thread, toNext);
  }
}

const OF_STRANDS: ReadonlySet<string> = new Set<StrandEffect['ask']>(['begin', 'end', 'wake', 'turn', 'handOn']);

function isOfStrands(effect: AnyEffect): effect is StrandEffect {
  return OF_STRANDS.has(effect.ask);
}

const toNext: Resume = (task) => task.next();
const toTurn: Resume = (task) => task.next(true);

function toResume(end: Ended): Resume {
  return (task) => {
    if (end.ok) return task.next(end.value);
    return task.throw(end.error);
  };
}
