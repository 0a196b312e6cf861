import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { close, listen } from './upstream';

/** The Trace API as a test wants it. Without another wish, requests stay open until the test answers them. */
export interface HoldingUpstream {
  readonly url: URL;
  /** Sets the answer from now on; `null`: no answer. */
  readonly behave: (answer: RequestListener | null) => void;
  readonly open: ReadonlySet<ServerResponse>;
  /** How many requests have come since the last wish. */
  readonly came: () => number;
  /** Resolves once so many are open at the same time. */
  readonly until: (open: number) => Promise<void>;
  /** Answers whatever is open, and what comes meanwhile, until this is settled. */
  readonly answerWhile: <T>(waiting: Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
}

export async function startHolding(): Promise<HoldingUpstream> {
  const open = new Set<ServerResponse>();
  let came = 0;
  let behavior: RequestListener | null = null;
  const server = createServer((request, response) => {
    request.resume();
    came += 1;
    if (behavior !== null) return behavior(request, response);
    open.add(response);
    response.on('close', () => {
      open.delete(response);
      server.emit('changed');
    });
    server.emit('changed');
  });
  server.setMaxListeners(0);
  return {
    url: await listen(server),
    open,
    behave(answer) {
      behavior = answer;
      came = 0;
    },
    came: () => came,
    async until(count) {
      while (open.size !== count) await once(server, 'changed');
    },
    async answerWhile(waiting) {
      let isSettled = false;
      void waiting.finally(() => (isSettled = true)).catch(() => undefined);
      while (!isSettled) {
        for (const response of open) response.end('{}');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return waiting;
    },
    stop: () => close(server),
  };
}
