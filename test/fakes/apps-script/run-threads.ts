import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { startThread } from './thread';
import type { Question, WorkerSettings } from './together-worker';

/** What the runs of one spreadsheet share, by the name under which a thread asks for it. */
export type SharedServices = Readonly<Record<Question['of'], object>>;

/** A thread in which one run of the add-on after the other goes on, each in a context of its own. */
export class RunThread {
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly port: MessagePort;
  private shared: SharedServices | null = null;
  private ended: (() => void) | null = null;

  constructor(code: string) {
    const { port1, port2 } = new MessageChannel();
    const worker = startThread('together-worker', { code, signal: this.signal, port: port2 }, [port2]);
    this.port = port1;
    port1.on('message', (question: Question) => this.answer(question));
    worker.on('error', (error) => {
      throw error;
    });
    // It waits for more work, which must not keep the process.
    port1.unref();
  }

  /** Resolves once nothing is left to do. */
  work(settings: WorkerSettings, shared: SharedServices): Promise<void> {
    this.shared = shared;
    this.port.ref();
    this.port.postMessage(settings);
    return new Promise((resolve) => {
      this.ended = resolve;
    });
  }

  private answer({ of, method, args }: Question): void {
    const target = this.shared?.[of] as Record<string, (...args: readonly unknown[]) => unknown>;
    void Promise.resolve(target[method]!(...args)).then((answer) => {
      this.port.postMessage(answer);
      Atomics.store(this.signal, 0, 1);
      Atomics.notify(this.signal, 0);
      if (of !== 'jobs' || method !== 'next' || answer !== null) return;
      this.port.unref();
      this.ended?.();
    });
  }
}

const threads = new Map<string, RunThread[]>();

/** So many threads that are free; they stay for the next spreadsheet, since one takes longer to start than to work. */
export function runThreads(code: string, count: number): readonly RunThread[] {
  const free = threads.get(code) ?? [];
  while (free.length < count) free.push(new RunThread(code));
  threads.set(code, free);
  return free.slice(0, count);
}
