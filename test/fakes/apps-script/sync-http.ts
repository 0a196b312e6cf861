import { MessageChannel, receiveMessageOnPort, type MessagePort, type Worker } from 'node:worker_threads';
import type { HttpFate, HttpOrder } from './http-orders';
import { startThread } from './thread';

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
  /** An answer has not come, and may come when somebody else has asked. */
  isLate = false;
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = startThread('sync-http-worker', { port: port2, signal: this.signal }, [port2]);
    this.port.unref();
  }

  send(orders: readonly HttpOrder[]): readonly HttpFate[] {
    Atomics.store(this.signal, 0, 0);
    this.port.postMessage(orders);
    Atomics.wait(this.signal, 0, 0, GIVE_UP_AFTER_MS);
    const received = receiveMessageOnPort(this.port) as { message: readonly HttpFate[] } | undefined;
    this.isLate = received === undefined;
    if (received === undefined) throw new Error('no answer from the HTTP thread');
    return received.message;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
