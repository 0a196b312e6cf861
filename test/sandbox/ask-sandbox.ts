import { makeSandbox, type SandboxOptions } from '../../sandbox/index';

/** What came back: the status, a few headers where they are there, and the body: JSON, else text, `null` for none. */
interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

export type Ask = (
  method: string,
  path: string,
  parts?: { readonly body?: unknown; readonly apiKey?: string | null; readonly fault?: string },
) => Promise<Answered>;

/** A sandbox in this process, at an hour that only `POST /_sandbox/clock` moves. */
export function askSandbox(options: SandboxOptions = {}): Ask {
  const { app } = makeSandbox({ now: () => Date.UTC(2026, 10, 1), ...options });
  return async (method, path, { body, apiKey = 'trace_demo', fault } = {}) => {
    if (fault !== undefined) {
      await app.request('/_sandbox/faults', { method: 'POST', body: JSON.stringify({ fault }) });
    }
    const response = await app.request(path, {
      method,
      headers: {
        ...(apiKey === null ? {} : { 'X-API-Key': apiKey }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await readBody(response),
    };
  };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  return response.headers.get('content-type') === 'application/json' ? (JSON.parse(text) as unknown) : text;
}

/** `company-1.example` and on. */
export function numberedDomains(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `company-${index + 1}.example`);
}
