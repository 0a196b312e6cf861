import { toRunPorts, type PersonPort, type RunPorts } from '../../shared/enrich/sheet/ports';
import type { AsyncPerformers } from '../../shared/enrich/core-ports';
import type { MemoryGrid } from './memory-grid';
import type { MemoryHost } from './memory-host';
import { watched, type Asked, type Watch } from './watched-ports';

export class Crash extends Error {}

/** Chooses the next of several requests; by default the oldest. */
export type Pick = (asked: readonly Asked[]) => number;

/** Delays answers as long as possible: every other request is performed first. */
export const late: Pick = (asked) =>
  Math.max(
    0,
    asked.findIndex(({ ask }) => ask !== 'http' && ask !== 'sleep'),
  );

/** The most requests in flight at once. */
const REQUESTS_AT_ONCE = 10;

/** Captured before a test may replace the timers. */
const nextTurn: (goOn: () => void) => void = setImmediate;

/** Resolves once nothing can continue without an answer. */
const settled = (): Promise<void> => new Promise((resolve) => nextTurn(resolve));

/**
 * Performs an errand with an in-memory host and grid, one request after another. What `grid.before` throws ends
 * everything: none of the errand's code continues.
 *
 * @param pick the order of simultaneous requests
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
    // Looked up at each call, because tests replace some.
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
  // An abandoned wait continues as a timer of the host does.
  if (open.some(({ asked }) => asked.ask !== 'sleep')) throw new Error('something runs on after the end');
  return value;
}
