import { toRunPorts, type PersonPort, type RunPorts } from '../../shared/enrich/sheet/ports';
import type { AsyncPerformers } from '../../shared/enrich/core-ports';
import type { MemoryGrid } from './memory-grid';
import type { MemoryHost } from './memory-host';
import { watched, type Asked, type Watch } from './watched-ports';

export class Crash extends Error {}

/** Which of several things is done next: those that were asked for first come first. */
export type Pick = (asked: readonly Asked[]) => number;

/** Answers come as late as they can: everything else that was asked for is done before. */
export const late: Pick = (asked) =>
  Math.max(
    0,
    asked.findIndex(({ ask }) => ask !== 'http' && ask !== 'sleep'),
  );

/** The most requests that may be on their way at once. */
const REQUESTS_AT_ONCE = 10;

/** Taken before a test may replace the timers. */
const nextTurn: (goOn: () => void) => void = setImmediate;

/** Until nothing goes on any more without an answer. */
const settled = (): Promise<void> => new Promise((resolve) => nextTurn(resolve));

/**
 * Does an errand with a host and a grid in memory, one thing after the other. What `grid.before` throws ends everything:
 * nothing of the errand goes on any more.
 *
 * @param pick the order in which what is asked for at the same time is done
 */
export async function drive<T>(
  errand: (ports: RunPorts) => Promise<T>,
  host: MemoryHost,
  grid: MemoryGrid,
  pick: Pick = () => 0,
): Promise<T> {
  const open: { readonly asked: Asked; readonly answer: () => void }[] = [];
  let end: (() => T) | null = null;
  const crash = (thrown: unknown): void => {
    end ??= () => {
      throw thrown;
    };
  };
  const see = async (asked: Asked): Promise<void> => {
    if (end !== null) return;
    try {
      await grid.before(asked);
    } catch (thrown) {
      crash(thrown);
    }
    grid.asked.push(asked.ask);
  };
  const watch: Watch = (asked, act) =>
    new Promise((resolve, reject) => open.push({ asked, answer: () => void act().then(resolve, reject) }));
  const person: PersonPort = {
    wish() {
      void see({ ask: 'wish' });
      return grid.person.wish();
    },
    tell(event) {
      void see({ ask: 'tell', event });
      grid.person.tell(event);
    },
  };
  const performers = Object.entries(host.performers).map(([ask]) => [
    ask,
    // Looked up when it is asked for: tests replace some.
    async (given: object) => (host.performers as unknown as Record<string, (asked: object) => unknown>)[ask]!(given),
  ]);
  const ports = watched(grid.portsWith(Object.fromEntries(performers) as AsyncPerformers), watch);
  void errand(toRunPorts(ports, person)).then((value) => (end ??= () => value), crash);
  for (;;) {
    await settled();
    if (end !== null) break;
    const all = open.map(({ asked }) => asked);
    const sent = all.flatMap((asked) => (asked.ask === 'http' ? asked.requests : []));
    if (sent.length > REQUESTS_AT_ONCE) crash(new Error(`${sent.length} requests at once`));
    const [next] = open.splice(pick(all), 1);
    if (next === undefined) crash(new Error('all that is under way waits for each other'));
    else await see(next.asked);
    if (end !== null) break;
    next!.answer();
  }
  const value = (end as () => T)();
  // A wait that was given up goes on as a timer of the host does.
  if (open.some(({ asked }) => asked.ask !== 'sleep')) throw new Error('something runs on after the end');
  return value;
}
