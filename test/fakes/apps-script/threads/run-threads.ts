import type { KeptThread } from '../../../setup/kept-services.cjs';
import { readPushedCode } from '../pushed-code';
import { takeThread } from './thread';
import type { Question, ThreadData, WorkerSettings } from './together-worker';

/** Services that the runs of one spreadsheet share, by the name under which a thread asks for them. */
export type SharedServices = Readonly<Record<Question['of'], object>>;

/** How time passes for a run. */
interface SharedTime {
  sleep(forMs: number): Promise<unknown>;
}

/** A thread that executes one run of the add-on after another. */
export class RunThread {
  private readonly thread: KeptThread;
  private shared: SharedServices | null = null;
  private time: SharedTime | null = null;
  private ended: (() => void) | null = null;

  constructor(code: string, data: () => ThreadData) {
    this.thread = takeThread('together-worker', code, data);
    this.thread.port.on('message', (question: Question) => void this.answer(question));
    // It waits for more work, which must not keep the process alive.
    this.thread.port.unref();
  }

  /** Resolves once there is no work left. */
  work(settings: WorkerSettings, shared: SharedServices, time: SharedTime): Promise<void> {
    this.shared = shared;
    this.time = time;
    this.thread.isBusy = true;
    this.thread.port.ref();
    this.thread.port.postMessage(settings);
    return new Promise((resolve) => {
      this.ended = resolve;
    });
  }

  private async answer({ of, method, args, afterMs }: Question): Promise<void> {
    if (afterMs > 0) await this.time?.sleep(afterMs);
    const target = this.shared?.[of] as Record<string, (...args: readonly unknown[]) => unknown>;
    const answer = await target[method]!(...args);
    const { port, signal } = this.thread;
    port.postMessage(answer);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
    if (of !== 'jobs' || method !== 'next' || answer !== null) return;
    this.thread.isBusy = false;
    port.unref();
    this.ended?.();
  }
}

const threads = new Map<string, RunThread[]>();

/** Takes free threads. They stay for the next spreadsheet, since starting one takes longer than its work. */
export function runThreads(code: string, count: number): readonly RunThread[] {
  const free = threads.get(code) ?? [];
  let cachedData: Buffer | null = null;
  const data = (): ThreadData => ({
    code,
    cachedData: (cachedData ??= readPushedCode(code).script.createCachedData()),
  });
  while (free.length < count) free.push(new RunThread(code, data));
  threads.set(code, free);
  return free.slice(0, count);
}
