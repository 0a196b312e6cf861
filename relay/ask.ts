/** One request to the Trace API. */
interface AskedRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Aborts the request, even if part of its answer has arrived. */
  readonly signal: AbortSignal;
  /** The limit for the decompressed answer: the rest of a longer one is not read. */
  readonly maxBytes: number;
}

export interface AskedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Sends a request and reads its whole answer, without following redirects. Rejects if there is no answer or it is
 * interrupted; `tooLong`: beyond `maxBytes`.
 */
export async function ask(request: AskedRequest): Promise<AskedAnswer | 'tooLong'> {
  const { url, method, headers, body, signal, maxBytes } = request;
  const answer = await fetch(url, { method, headers, body, redirect: 'manual', signal });
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return 'tooLong';
    chunks.push(chunk);
  }
  return { status: answer.status, headers: answer.headers, body: joinChunks(chunks, length) };
}

/** Joins chunks. */
export function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
