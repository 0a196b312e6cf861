import { setTimeout as sleep } from 'node:timers/promises';
import { ModelApi } from '../test/replay/model-api';

/**
 * Trace as the benchmarks see it: each request takes the same time, and as many are in flight as browsers allow to
 * one host (https://developer.mozilla.org/docs/Web/HTTP/Guides/Connection_management_in_HTTP_1.x).
 */
const AT_ONCE = 6;

interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export class Service {
  requests = 0;
  private readonly api = new ModelApi();
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;
  /** Each answer is built once, so that building it is not part of the measurement. */
  private readonly made = new Map<string, string>();

  constructor(
    private readonly takesMs: number,
    private readonly atOnce = AT_ONCE,
  ) {}

  /** Like `fetch`, with a path instead of an address. */
  async fetch(path: string, init: { readonly method: string; readonly body?: string | undefined }): Promise<Answer> {
    this.requests += 1;
    if (this.underWay === this.atOnce) await new Promise<void>((begin) => this.waiting.push(begin));
    this.underWay += 1;
    const answer = this.answer(path, init);
    await sleep(this.takesMs);
    this.underWay -= 1;
    this.waiting.shift()?.();
    return answer;
  }

  /** Builds answers in advance. */
  prepare(domains: readonly string[]): void {
    for (let start = 0; start < domains.length; start += 100) {
      const body = JSON.stringify({ domains: domains.slice(start, start + 100) });
      this.answer('/v1/companies/batch', { method: 'POST', body });
    }
  }

  /** Answers a batch with this text from now on. */
  keep(domains: readonly string[], text: string): void {
    this.made.set(`POST /v1/companies/batch ${JSON.stringify({ domains })}`, text);
  }

  private answer(
    path: string,
    { method, body }: { readonly method: string; readonly body?: string | undefined },
  ): Answer {
    const name = `${method} ${path} ${body ?? ''}`;
    let text = this.made.get(name);
    if (text === undefined) {
      const asked = body === undefined ? undefined : (JSON.parse(body) as unknown);
      const response = this.api.answer({ method, path, apiKey: 'trace_demo', body: asked });
      if (response?.status !== 200) throw new Error(`the service answered ${response?.status}`);
      text = response.text;
      this.made.set(name, text);
    }
    const made = text;
    return { status: 200, headers: { get: () => null }, text: () => Promise.resolve(made) };
  }
}

export const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_domain, index) => `company-${index + 1}.example`);
