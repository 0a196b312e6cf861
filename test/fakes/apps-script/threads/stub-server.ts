import { once } from 'node:events';
import type { StubAnswer, StubRequest } from './stub-server-worker';
import { startThread } from './thread';

/** A server with scripted answers, for cases that the sandbox has no fault for. */
export interface StubServer {
  readonly origin: string;
  /** Every request so far. */
  received(): Promise<readonly StubRequest[]>;
  stop(): Promise<void>;
}

/**
 * Serves from its own thread, since ours is blocked while a run fetches.
 *
 * @param answers in order; the last one answers all further requests
 */
export async function startStubServer(...answers: readonly StubAnswer[]): Promise<StubServer> {
  const worker = startThread('stub-server-worker', answers);
  const [origin] = (await once(worker, 'message')) as [string];
  return {
    origin,
    async received() {
      worker.postMessage('received');
      const [requests] = (await once(worker, 'message')) as [readonly StubRequest[]];
      return requests;
    },
    stop: async () => void (await worker.terminate()),
  };
}
