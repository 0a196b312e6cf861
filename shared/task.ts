/** The argument of a port. */
export type Asked<P, N extends keyof P> = P[N] extends (asked: infer A) => unknown ? A : never;

/** The request to a port: the port's name and its argument. */
export type EffectOf<P, N extends keyof P = keyof P> = { [K in N]: { readonly ask: K } & Asked<P, K> }[N];

type AnswerOf<P, N extends keyof P> = P[N] extends (asked: never) => infer A ? A : never;

/**
 * Work that asks its host: written once, run by {@link runSync} in Apps Script and by {@link runAsync} elsewhere. Each
 * layer's `ports.ts` names what its tasks may ask.
 *
 * @typeParam P the ports that the task uses: an interface of functions with at most one argument each
 */
export type Task<T, P> = Generator<EffectOf<P>, T, unknown>;

/** The same ports in a host that may answer later. */
export type Async<P> = {
  readonly [N in keyof P]: P[N] extends (...asked: infer A) => infer B ? (...asked: A) => B | PromiseLike<B> : never;
};

/** Asks one port. */
export function* ask<P, N extends keyof P>(effect: EffectOf<P, N>): Generator<EffectOf<P, N>, AnswerOf<P, N>, unknown> {
  return (yield effect) as AnswerOf<P, N>;
}

/**
 * Runs a task to its end. An error thrown by a port is thrown inside the task, which may catch it. A missing port
 * ends the run, so that no task mistakes it for a failure of its host.
 *
 * @throws what the task does not catch, and an `Error` that names a missing port
 */
export function runSync<T, P>(task: Task<T, P>, ports: P): T {
  let step = task.next();
  while (!step.done) {
    const port = portOf(step.value, ports);
    let answer: unknown;
    try {
      answer = port.call(ports, step.value);
    } catch (error) {
      step = task.throw(error);
      continue;
    }
    step = task.next(answer);
  }
  return step.value;
}

/**
 * {@link runSync} for hosts that answer with promises. It does not wait if a port answers immediately, because a page
 * calls it for each cell.
 *
 * @returns rejects with what the task does not catch
 */
export async function runAsync<T, P>(task: Task<T, P>, ports: Async<P>): Promise<T> {
  let step = task.next();
  while (!step.done) {
    const port = portOf(step.value, ports);
    let answer: unknown;
    try {
      answer = port.call(ports, step.value);
      if ((answer as Partial<PromiseLike<unknown>> | null | undefined)?.then !== undefined) answer = await answer;
    } catch (error) {
      step = task.throw(error);
      continue;
    }
    step = task.next(answer);
  }
  return step.value;
}

/** Tasks that answer the requests of other tasks: one for each port. */
export type AnswerTasks<A, P> = {
  readonly [N in keyof A]: A[N] extends (...asked: infer Q) => infer R ? (...asked: Q) => Task<R, P> : never;
};

/**
 * A task some of whose requests are answered by other tasks. The host answers the requests of those, and all others.
 */
export function* answering<T, A, P>(task: Task<T, A & P>, answers: AnswerTasks<A, P>): Task<T, P> {
  const tasks = answers as Readonly<Partial<Record<PropertyKey, (effect: unknown) => Task<unknown, P>>>>;
  let step = task.next();
  while (!step.done) {
    const effect = step.value as EffectOf<P>;
    let answer: unknown;
    try {
      const own = tasks[effect.ask];
      answer = own === undefined ? yield effect : yield* own(effect);
    } catch (error) {
      step = task.throw(error);
      continue;
    }
    step = task.next(answer);
  }
  return step.value;
}

function portOf<P>({ ask: name }: { readonly ask: keyof P }, ports: P | Async<P>): (effect: unknown) => unknown {
  if (Object.prototype.hasOwnProperty.call(ports, name)) return ports[name] as (effect: unknown) => unknown;
  throw new Error(`This task asks its host for "${String(name)}", and the host has no such port.`);
}
