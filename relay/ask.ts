/** One request to the Trace API. */
export interface AskedRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Ends the request, whatever has come of its answer. */
  readonly signal: AbortSignal;
  /** Of the unpacked answer: what is longer is not read to its end. */
  readonly maxBytes: number;
}

export interface AskedAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
}

/**
 * Sends a request and reads its whole answer, following no redirect. Rejects where there is none, or where it breaks
 * off; `tooLong`: beyond `maxBytes`.
 */
export type AskUpstream = (request: AskedRequest) => Promise<AskedAnswer | 'tooLong'>;

/** Puts together what has come in parts. */
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
