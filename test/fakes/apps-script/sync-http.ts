import { receiveMessageOnPort } from 'node:worker_threads';
import type { HttpFate, HttpOrder } from './http-orders';
import { takeThread } from './thread';

/** Longer than any run may last. */
const GIVE_UP_AFTER_MS = 60_000;

/** Those that nobody uses. */
const free: HttpThread[] = [];

/**
 * HTTP that blocks, as Google's does: a thread of its own sends, and this one stands still until all is answered. The
 * server has to be another process or thread. Node has nothing of the kind. A thread takes longer to start than most
 * tests do, so it serves one spreadsheet after the other.
 */
export class SyncHttp {
  private thread: HttpThread | null = null;

  /** Sends all at once; one fate each, in order. */
  send(orders: readonly HttpOrder[]): readonly HttpFate[] {
    this.thread ??= free.pop() ?? new HttpThread();
    return this.thread.send(orders);
  }

  /** Nothing is on its way then: whoever sends stands still. */
  async stop(): Promise<void> {
    const { thread } = this;
    this.thread = null;
    if (thread === null) return;
    if (thread.isLate) await thread.stop();
    else free.push(thread);
  }
}

class HttpThread {
  private readonly thread = takeThread('sync-http-worker');

  /** An answer has not come, and may come when somebody else has asked. */
  get isLate(): boolean {
    return this.thread.isBusy;
  }

  send(orders: readonly HttpOrder[]): readonly HttpFate[] {
    const { port, signal } = this.thread;
    Atomics.store(signal, 0, 0);
    this.thread.isBusy = true;
    port.postMessage(orders);
    Atomics.wait(signal, 0, 0, GIVE_UP_AFTER_MS);
    const received = receiveMessageOnPort(port) as { message: readonly HttpFate[] } | undefined;
    if (received === undefined) throw new Error('no answer from the HTTP thread');
    this.thread.isBusy = false;
    return received.message;
  }

  async stop(): Promise<void> {
    await this.thread.worker.terminate();
  }
}
