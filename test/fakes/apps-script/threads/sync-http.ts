import { receiveMessageOnPort } from 'node:worker_threads';
import type { HttpFate, HttpOrder } from './http-orders';
import { takeThread } from './thread';

/** Longer than any run may last. */
const GIVE_UP_AFTER_MS = 60_000;

/** Threads that are not in use. */
const free: HttpThread[] = [];

/**
 * Blocking HTTP, as Google's: another thread sends, and this one is blocked until all is answered. The server must be
 * in another process or thread. Node offers nothing like it. Starting a thread takes longer than most tests, so it
 * serves one spreadsheet after another.
 */
export class SyncHttp {
  private thread: HttpThread | null = null;

  /** Sends all at once; one outcome each, in order. */
  send(orders: readonly HttpOrder[]): readonly HttpFate[] {
    this.thread ??= free.pop() ?? new HttpThread();
    return this.thread.send(orders);
  }

  /** Nothing is in flight then, because sending blocks. */
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

  /** Whether an answer has not arrived, and could arrive during the next request. */
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
