import { createContext, runInContext, type Context } from 'node:vm';
import type { FakeStorage } from './fake-storage';

/** A request that a page sent over the network. */
interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The browser's stored databases of a page. */
export interface PageDatabases {
  /** What the page sees as `indexedDB`. */
  openFor(page: { after(delayMs: number, act: () => void): void; effect(): boolean }): object;
}

export interface PageOptions {
  /** The page's origin; the functions send their requests to its `/v1`. */
  readonly origin: string;
  readonly storage: FakeStorage;
  /** The latest CustomFunctionsRuntime that `isSetSupported` confirms; `null`: no `Office.context` at all. */
  readonly runtimeVersion: number | null;
  readonly partitionKey: string | undefined;
  /** How many days later the workbook counts. Only Excel knows it, and reports it when asked. */
  readonly dateShift: number;
  /** How long Excel takes to answer questions about the workbook, in real time; `null`: it never does. */
  readonly excelAfterMs: number | null;
  /** The settings that the workbook stores for the add-in. */
  readonly settings: Map<string, unknown>;
  /** The page's databases in the browser; `null`: it has none, as in some private windows. */
  readonly databases: PageDatabases | null;
  /** How many times faster long waits pass, such as the pauses between retries. */
  readonly hurry: number;
  /**
   * The same for short waits, such as the window in which cells gather, for tests that calculate cells one by one.
   */
  readonly shortHurry: number;
  /** The same for a request's time limit, which a busy machine must not reach unless a test asks for it. */
  readonly limitHurry: number;
}

/** Waits of at least this length count as long. */
const LONG_WAIT_MS = 200;

/** How long our script waits for an answer (`excel-addin/functions/network.ts`). */
const REQUEST_LIMIT_MS = 30_000;
/** How long it waits for a database (`excel-addin/functions/page-database.ts`). */
const DATABASE_LIMIT_MS = 10_000;

interface PageClock {
  stand(): void;
  goOn(): void;
  pass(ms: number): void;
}

/** The part of Excel's API that functions use: its own DATE. A value is available after the next sync. */
function excelOf({ dateShift, excelAfterMs }: PageOptions): object {
  const date = (): object => {
    const day = { load: () => queued.push(() => Object.assign(day, { value: dateShift === 0 ? 1_463 : 1 })) };
    return day;
  };
  const queued: (() => void)[] = [];
  const sync = async (): Promise<void> => {
    await new Promise((resolve) => excelAfterMs !== null && setTimeout(resolve, excelAfterMs).unref());
    for (const act of queued.splice(0)) act();
  };
  const context = { workbook: { functions: { date } }, sync };
  return { run: (_options: unknown, work: (given: object) => Promise<unknown>) => work(context) };
}

/** Evaluated in the page, before any script of it. */
const CLOCK = `(() => {
  const { now } = Date;
  let stoodMs = null;
  let passedMs = 0;
  Date.now = () => stoodMs ?? now() + passedMs;
  return {
    stand: () => void (stoodMs = Date.now()),
    goOn: () => void (stoodMs = null),
    pass: (ms) => void (passedMs += ms),
  };
})()`;

/** The address of the workbook. */
export const BOOK_URL = 'https://contoso.example/book.xlsx';

/**
 * The globals of the page in which Excel runs custom functions: only those that Microsoft's runtime and our script
 * use, in their own realm, so that a script that uses anything else fails. Evaluating a text fails too, because the
 * page's policy forbids it.
 */
export class Page {
  readonly context: Context;
  readonly sent: SentRequest[] = [];
  readonly logged: string[] = [];
  /** Set while Microsoft's script starts: its loader waits for files that it would fetch from Microsoft. */
  ignoresTimers = false;
  /** How long it has waited for databases in vain, on its own clock; simultaneous waits count once. */
  databaseWaitMs = 0;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly clock: PageClock;

  constructor(
    private readonly options: PageOptions,
    bridge: object,
  ) {
    const { storage, origin } = options;
    const page: Record<string, unknown> = {
      _richApiNativeBridge: bridge,
      document: fakeDocument(),
      location: { origin, href: `${origin}/taskpane.html`, search: '', hash: '' },
      history: {},
      navigator: { userAgent: 'node' },
      addEventListener: () => undefined,
      console: this.console(),
      setTimeout: (callback: () => void, delayMs = 0, ...args: never[]) => this.start(callback, delayMs, args),
      clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
      setInterval: () => 0,
      clearInterval: () => undefined,
      fetch: (url: string, init: RequestInit) => this.fetch(url, init),
      AbortController,
      crypto,
    };
    const after = (delayMs: number, act: () => void): void => void this.start(act, delayMs, []);
    if (options.databases !== null) page['indexedDB'] = options.databases.openFor({ after, effect: () => true });
    page['Excel'] = excelOf(options);
    page['window'] = page;
    page['self'] = page;
    Object.defineProperty(page, 'localStorage', {
      get: () => {
        storage.check();
        return storage;
      },
    });
    this.context = createContext(page, { codeGeneration: { strings: false, wasm: false } });
    this.clock = runInContext(CLOCK, this.context) as PageClock;
  }

  /**
   * Performs something while the clock stands still. Microsoft's runtime interrupts a message after a second, and its
   * progress until then would depend on the load of the machine.
   */
  inNoTime(act: () => void): void {
    this.clock.stand();
    try {
      act();
    } finally {
      this.clock.goOn();
    }
  }

  /** Advances the page's clock. */
  pass(ms: number): void {
    this.clock.pass(ms);
  }

  /** What office.js sets once it knows its host. */
  get officeContext(): object | undefined {
    const { runtimeVersion, partitionKey, settings } = this.options;
    if (runtimeVersion === null) return undefined;
    const isSetSupported = (name: string, version: string): boolean =>
      name !== 'CustomFunctionsRuntime' || Number(version) <= runtimeVersion;
    const document = {
      url: BOOK_URL,
      settings: {
        get: (name: string) => settings.get(name) ?? null,
        set: (name: string, value: unknown) => void settings.set(name, value),
        saveAsync: (callback: () => void) => void setTimeout(callback, 0),
      },
    };
    return { partitionKey, requirements: { isSetSupported }, document };
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private start(callback: (...args: never[]) => void, delayMs: number, args: never[]): NodeJS.Timeout | number {
    if (this.ignoresTimers) return 0;
    const untilMs = delayMs === DATABASE_LIMIT_MS ? this.databaseWaitMs + delayMs : 0;
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.databaseWaitMs = Math.max(this.databaseWaitMs, untilMs);
        callback(...args);
      },
      delayMs / this.hurryOf(delayMs),
    );
    this.timers.add(timer);
    return timer;
  }

  private hurryOf(delayMs: number): number {
    if (delayMs < LONG_WAIT_MS) return this.options.shortHurry;
    return [REQUEST_LIMIT_MS, DATABASE_LIMIT_MS].includes(delayMs) ? this.options.limitHurry : this.options.hurry;
  }

  private fetch(url: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>) };
    const body = typeof init.body === 'string' ? init.body : '';
    this.sent.push({ method: init.method ?? 'GET', url, headers, body });
    return fetch(url, init);
  }

  private console(): object {
    const log = (...parts: readonly unknown[]): number => this.logged.push(parts.map(String).join(' '));
    return { log, info: log, warn: log, error: log, debug: log };
  }
}

/** Microsoft's script looks for its own address, and would load telemetry. */
function fakeDocument(): object {
  const head = { appendChild: () => undefined };
  const script = { src: 'https://office.example/custom-functions-runtime.js', getAttribute: () => null };
  return {
    head,
    readyState: 'loading',
    addEventListener: () => undefined,
    createElement: () => ({ setAttribute: () => undefined }),
    getElementsByTagName: (name: string) => (name === 'script' ? [script] : name === 'head' ? [head] : []),
  };
}
