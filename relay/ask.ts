/** One request to the Trace API. */
export interface AskedRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Aborts the request, even if part of its answer has arrived. */
  readonly signal: AbortSignal;
  /** The limit for the decompressed answer: the rest of a longer one is not read. */
  readonly maxBytes: number;
}

export interface AskedAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
}

/**
 * Sends a request and reads its whole answer, without following redirects. Rejects if there is no answer or it is
 * interrupted; `tooLong`: beyond `maxBytes`.
 */
export type AskUpstream = (request: AskedRequest) => Promise<AskedAnswer | 'tooLong'>;

/** Joins chunks. */
export function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
