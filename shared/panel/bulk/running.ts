import { say } from '../../errors/say';
import type { Answered, Progress, RunEvent } from '../../enrich/sheet/run-events';
import { count } from '../common/words';
import { toTypedColumnText } from './typed-column-text';

/** A run under way, as shown to the user. */
export interface Running {
  readonly rows: number;
  /** `null`: the first block is under way. */
  readonly progress: Progress | null;
  /** Answers so far; `null`: none. */
  readonly answered: Answered | null;
  /** What it does meanwhile: it waits, or searches rows. */
  readonly said: string;
  /** What was said of columns that have a type. It stays until the run ends, and is part of its result. */
  readonly notes: readonly string[];
  readonly wish: 'goOn' | 'pause' | 'stop';
}

export function withEvent(running: Running, event: RunEvent): Running {
  const { progress } = running;
  switch (event.is) {
    case 'progress':
      return { ...running, progress: event.progress, rows: event.progress.rows, said: '' };
    case 'answered':
      return {
        ...running,
        answered: event,
        progress: progress === null ? null : { ...progress, credits: event.credits },
      };
    case 'waiting': {
      const seconds = count(Math.ceil(event.delayMs / 1_000), 'second', 'seconds');
      return { ...running, said: `Trace is busy. Trying again in ${seconds}.` };
    }
    case 'lookingForRows':
      return { ...running, said: 'Rows moved. Finding them…' };
    case 'refused':
      return { ...running, said: say(event.error, 'run') };
    case 'typedColumn':
      return { ...running, notes: [...new Set([...running.notes, toTypedColumnText(event.typed)])] };
  }
}
