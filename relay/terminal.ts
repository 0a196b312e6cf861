import { LIMITS } from './limits';
import type { Listening } from './listen';

/** Prints a line for the user who started a server. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints in one sentence why a command cannot continue, and makes it end as failed. */
export function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** Stops a server when the user or the system asks for it; if asked twice, immediately. */
export function stopOnSignal({ finish, stop }: Pick<Listening, 'finish' | 'stop'>, { finishMs } = LIMITS): void {
  let isAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      void (isAsked ? stop() : finish(finishMs)).then(() => process.exit(0));
      isAsked = true;
    });
  }
}
