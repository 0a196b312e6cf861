import { Agent, request } from 'node:http';

/** A request to send. */
export interface HttpOrder {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
  readonly followsRedirects: boolean;
}

/** The outcome of a request. */
export type HttpFate =
  | {
      readonly is: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | { readonly is: 'timedOut' }
  | { readonly is: 'failed' };

const MAX_REDIRECTS = 10;

const agent = new Agent({ maxSockets: 64 });

/** Sends all at once; one outcome each, in order. */
export function sendAll(orders: readonly HttpOrder[]): Promise<readonly HttpFate[]> {
  return Promise.all(orders.map((order) => send(order, 0)));
}

function send(order: HttpOrder, redirects: number): Promise<HttpFate> {
  return new Promise((resolve) => {
    const { method, headers, body } = order;
    const sent = request(order.url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => settle({ is: 'failed' }));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const { location } = response.headers;
        if (
          order.followsRedirects &&
          status >= 300 &&
          status < 400 &&
          location !== undefined &&
          redirects < MAX_REDIRECTS
        ) {
          const next = { ...order, url: new URL(location, order.url).href, method: 'GET', body: null };
          settle(send(next, redirects + 1));
        } else settle({ is: 'answered', status, headers: toHeaders(response.rawHeaders), body: Buffer.concat(chunks) });
      });
    });
    const timer = setTimeout(() => {
      settle({ is: 'timedOut' });
      sent.destroy();
    }, order.timeoutMs);
    const settle = (fate: HttpFate | Promise<HttpFate>): void => {
      clearTimeout(timer);
      resolve(fate);
    };
    sent.on('error', () => settle({ is: 'failed' }));
    sent.end(body ?? undefined);
  });
}

/** Headers as the server wrote them, with their case. */
function toHeaders(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let at = 0; at + 1 < raw.length; at += 2) headers[raw[at]!] = raw[at + 1]!;
  return headers;
}
