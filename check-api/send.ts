import type { HttpRequest } from '../shared/ports';
import { toWireRequest } from '../shared/formulas';
import { readRetryAfterMs } from '../shared/api';

const TIMEOUT_MS = 30_000;
/** Longer than any wait in the documentation; https://docs.tracedata.ai/api/overview/. */
const LONGEST_WAIT_MS = 120_000;

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

/** The outcome of a call. */
export type Fate =
  | { readonly is: 'answer'; readonly answer: Answer }
  | { readonly is: 'timed out' }
  | { readonly is: 'unreachable' };

export interface Sender {
  readonly origin: string;
  readonly apiKey: string;
  readonly sleep: (forMs: number) => Promise<void>;
}

/** Sends one request, and repeats it after a 429 that says how long to wait. Redirects are not followed. */
export async function send(request: HttpRequest, sender: Sender): Promise<Fate> {
  const first = await sendOnce(request, sender);
  if (first.is !== 'answer' || first.answer.status !== 429) return first;
  const waitMs = readRetryAfterMs(first.answer.header('Retry-After'), Date.now());
  if (waitMs === null || waitMs > LONGEST_WAIT_MS) return first;
  await sender.sleep(waitMs);
  return sendOnce(request, sender);
}

async function sendOnce(request: HttpRequest, { origin, apiKey }: Sender): Promise<Fate> {
  const { url, method, headers, body } = toWireRequest(request, origin, apiKey);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    const text = await response.text();
    return { is: 'answer', answer: { status: response.status, header: (name) => response.headers.get(name), text } };
  } catch {
    return { is: signal.aborted ? 'timed out' : 'unreachable' };
  }
}
