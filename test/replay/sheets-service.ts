import type { HttpFate, HttpOrder } from '../fakes/apps-script/threads/http-orders';
import type { SyncHttp } from '../fakes/apps-script/threads/sync-http';
import { KnownAnswers } from './known-answers';
import { ModelApi, type Billed, type ModelResponse } from './model-api';

export const TAKES_MS = 80;
export const MODEL_ORIGIN = 'http://model';

/** An answer on its way, by its place in the service's log. */
export interface Delivery {
  readonly accountId: string;
  readonly logged: number;
  readonly atMs: number;
}

/** Who asks, and what is looked at where something is answered. */
interface Watch {
  accountId(): string;
  nowMs(): number;
  isAsked(answer: Billed, identifier: string): void;
  isAnswered(answer: Billed): void;
  fail(sentence: string): void;
}

/** The service as Google's `UrlFetchApp` reaches it, and what it has told. */
export class SheetsService {
  readonly api = new ModelApi();
  readonly http = { send: (orders: readonly HttpOrder[]) => this.send(orders) } as unknown as SyncHttp;
  /** What this run has been told. */
  learnt = new KnownAnswers();
  private delivered: Delivery[] = [];

  constructor(private readonly watch: Watch) {}

  /** What was delivered since. */
  takeDelivered(): readonly Delivery[] {
    return this.delivered.splice(0);
  }

  private send(orders: readonly HttpOrder[]): readonly HttpFate[] {
    const accountId = this.watch.accountId();
    const nowMs = this.watch.nowMs();
    const asked = new Set<string>();
    const learnt = new KnownAnswers();
    const fates = orders.map((order) => {
      const body = order.body === null ? undefined : (JSON.parse(order.body) as unknown);
      const path = order.url.slice(MODEL_ORIGIN.length);
      const logged = this.api.log.length;
      this.api.nowMs = nowMs;
      const response = this.api.answer({ method: order.method, path, apiKey: keyIn(order), body });
      const answer = this.api.log[logged]!;
      for (const identifier of answer.asked) {
        const name = `${answer.operation}|${identifier}`;
        if (asked.has(name)) this.watch.fail(`${name} is asked for twice at once`);
        asked.add(name);
        this.watch.isAsked(answer, identifier);
      }
      this.watch.isAnswered(answer);
      learnt.learn(answer, response, accountId, nowMs + TAKES_MS);
      this.delivered.push({ accountId, logged, atMs: nowMs + TAKES_MS });
      return toFate(response);
    });
    // One that is not answered takes the answers of all with it.
    if (fates.every(({ is }) => is === 'answered')) this.learnt.add(learnt);
    return fates;
  }
}

function keyIn({ headers }: HttpOrder): string | null {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-api-key')?.[1] ?? null;
}

function toFate(response: ModelResponse | null): HttpFate {
  if (response === null) return { is: 'failed' };
  const { status, retryAfter, text } = response;
  const headers: Record<string, string> = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  return { is: 'answered', status, headers, body: Buffer.from(text) };
}
