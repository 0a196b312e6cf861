import { createContext, runInContext, type Context, type Script } from 'node:vm';
import type { Spending } from '../../excel-addin/stored/spending';
import { makeRealm } from '../fakes/apps-script/realm';
import { FakeStorage } from '../fakes/excel/fake-storage';
import { FakeDatabases } from './fake-indexed-db';
import type { ModelRequest, ModelResponse } from './model-api';
import type { VirtualTime } from './virtual-time';

/** Where the workbook is kept. */
export const BOOK = 'https://contoso.example/book.xlsx';

/** A browser on one machine: what is there when a page is opened again. */
export class Device {
  readonly storage = new FakeStorage();
  readonly databases = new FakeDatabases();
  /** How far its clock is from the true time. */
  skewMs = 0;

  constructor(
    readonly name: string,
    private readonly time: VirtualTime,
  ) {}

  nowMs(): number {
    return this.time.trueMs + this.skewMs;
  }
}

/** What answers the requests of pages. */
export interface PageApi {
  nowMs: number;
  readonly log: { readonly length: number };
  /** `null`: the connection was dropped. */
  answer(request: ModelRequest): (ModelResponse & { readonly delayMs?: number }) | null;
}

export interface PanelHost {
  readonly time: VirtualTime;
  readonly api: PageApi;
  readonly functions: Script;
  readonly settings: Map<string, unknown>;
  /** A request leaves a page. */
  sent(page: ExcelPage, request: SentRequest): void;
  /** Its answer has come. */
  answered(page: ExcelPage, request: SentRequest, response: ModelResponse | null): void;
}

export interface SentRequest {
  readonly kind: 'company' | 'partners';
  readonly asked: readonly string[];
  readonly accountId: string;
  /** Its place in the service's log; -1 before it has arrived. */
  logged: number;
}

/** What a cell shows, or how to give it up. */
interface Call {
  readonly shown: Promise<string>;
  cancel(): void;
}

type Implementation = (...received: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>;

const ORIGIN = 'https://addin.example';
const LATENCY_MS = 40;

/** The real `functions.js` in a page whose timers, network and database are this suite's. */
export class ExcelPage {
  isGone = false;
  /** How many effects it still has; then it is gone. */
  effectsLeft = Infinity;
  private readonly implementations = new Map<string, Implementation>();
  private readonly context: Context;

  constructor(
    readonly device: Device,
    private readonly host: PanelHost,
  ) {
    const { storage, databases } = device;
    const { settings } = host;
    const document = { url: BOOK, settings: { get: (name: string) => settings.get(name), set: () => undefined } };
    const globals = {
      setTimeout: (act: () => void, delayMs = 0) => this.after(delayMs, act),
      clearTimeout: (timer: number) => host.time.cancel(timer),
      fetch: (url: string, init: RequestInit) => this.fetch(url, init),
      AbortController,
      crypto,
      location: { origin: ORIGIN },
      localStorage: storage,
      indexedDB: databases.openFor(this),
      Office: { context: { document, requirements: { isSetSupported: () => true } } },
      CustomFunctions: {
        associate: (id: string, implementation: Implementation) => this.implementations.set(id, implementation),
        Error: ErrorCell,
        ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
      },
    };
    this.context = createContext(globals);
    makeRealm(this.context, () => device.nowMs());
    host.functions.runInContext(this.context);
  }

  call(id: string, args: readonly unknown[]): Call {
    const invocation: { onCanceled?: () => void } = {};
    const table = this.implementations.get(id)!(...args, invocation);
    return {
      shown: table.then((rows) => rows.map((row) => row.map(toText).join('|')).join('\n')),
      cancel: () => invocation.onCanceled?.(),
    };
  }

  /** The ledgers that functions and panel of the page share. */
  spending(): Spending {
    const find =
      "Object.getOwnPropertySymbols(globalThis).find(({ description }) => description.startsWith('trace.spending'))";
    return runInContext(`globalThis[${find}]`, this.context) as Spending;
  }

  after(delayMs: number, act: () => void): number {
    return this.host.time.after(delayMs, () => {
      if (!this.isGone) act();
    });
  }

  /** Something that a page does to the world or learns of it. `false`: the page has not lived to see it. */
  effect(): boolean {
    this.effectsLeft -= 1;
    if (this.effectsLeft < 0) this.isGone = true;
    return !this.isGone;
  }

  private fetch(url: string, init: RequestInit): Promise<object> {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as { domains?: string[] }) : undefined;
    const path = url.slice(ORIGIN.length);
    const headers = init.headers as Record<string, string>;
    const apiKey = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-api-key')?.[1] ?? null;
    const request: SentRequest = {
      kind: path.includes('partnerships') ? 'partners' : 'company',
      asked: body?.domains ?? [decodeURIComponent(path.split('/')[3] ?? '')],
      accountId: this.device.storage.getItem('trace.accountId') ?? '',
      logged: -1,
    };
    if (!this.effect()) return new Promise(() => undefined);
    this.host.sent(this, request);
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new Error('AbortError')));
      this.host.time.after(LATENCY_MS, () => {
        const { api, time } = this.host;
        api.nowMs = time.trueMs;
        request.logged = api.log.length;
        const response = api.answer({ method: init.method ?? 'GET', path, apiKey, body });
        this.after(LATENCY_MS + (response?.delayMs ?? 0), () => {
          if (!this.effect()) return;
          this.host.answered(this, request, response);
          if (response === null) return reject(new TypeError('Failed to fetch'));
          const { status, retryAfter, text } = response;
          const get = (name: string): string | null => (name.toLowerCase() === 'retry-after' ? retryAfter : null);
          resolve({ status, headers: { get }, text: () => Promise.resolve(text) });
        });
      });
    });
  }
}

class ErrorCell {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

function toText(cell: unknown): string {
  return cell instanceof ErrorCell ? `${cell.code} ${cell.message}` : String(cell);
}
