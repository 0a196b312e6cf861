import { joinChunks } from './ask';

/** Why there is no body. */
export type NoBody = 'tooLong' | 'tooSlow' | 'tooMany' | 'brokenOff';

interface BodyLimits {
  readonly maxRequestBytes: number;
  readonly maxHeldBytes: number;
  readonly maxHeldBytesASource: number;
  readonly slowMs: number;
}

/** A body that counts as held until it is released. */
interface HeldBody {
  /** `null`: the request has none. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly letGo: () => void;
}

const NOTHING: HeldBody = { bytes: null, letGo: () => undefined };

/**
 * Reads the bodies of requests, each within its limit, those of one source within its share, and all within a common
 * limit. Bytes count as they arrive: a declared length takes no room from others.
 */
export class LimitedBodies {
  /** In bytes: bodies that are being received, wait for their turn or are being sent. */
  private held = 0;
  private readonly heldOf = new Map<string, number>();

  constructor(private readonly limits: BodyLimits) {}

  /** @param source `null`: unknown, so it has no share of its own */
  async read(request: Request, source: string | null): Promise<HeldBody | NoBody> {
    if (request.method === 'GET') return NOTHING;
    if (Number(request.headers.get('content-length') ?? 0) > this.limits.maxRequestBytes) return 'tooLong';
    const chunks: Uint8Array[] = [];
    let length = 0;
    const letGo = (): void => this.count(source, -length);
    const take = (chunk: Uint8Array): NoBody | null => {
      length += chunk.byteLength;
      this.count(source, chunk.byteLength);
      chunks.push(chunk);
      if (length > this.limits.maxRequestBytes) return 'tooLong';
      return this.isFull(source) ? 'tooMany' : null;
    };
    const problem = await receive(request, take, this.limits.slowMs);
    if (problem === null) return { bytes: joinChunks(chunks, length), letGo };
    letGo();
    return problem;
  }

  private isFull(source: string | null): boolean {
    const { maxHeldBytes, maxHeldBytesASource } = this.limits;
    return this.held > maxHeldBytes || (source !== null && (this.heldOf.get(source) ?? 0) > maxHeldBytesASource);
  }

  private count(source: string | null, bytes: number): void {
    this.held += bytes;
    if (source === null) return;
    const held = (this.heldOf.get(source) ?? 0) + bytes;
    if (held > 0) this.heldOf.set(source, held);
    else this.heldOf.delete(source);
  }
}

/** Reads to the end, until a chunk is refused or time runs out. */
async function receive(
  { body }: Request,
  take: (chunk: Uint8Array) => NoBody | null,
  slowMs: number,
): Promise<NoBody | null> {
  if (body === null) return null;
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const giveUp = (): void => void reader.cancel().catch(() => undefined);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    giveUp();
  }, slowMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) return 'tooSlow';
      if (done) return null;
      const problem = take(value);
      if (problem === null) continue;
      giveUp();
      return problem;
    }
  } catch {
    // Cloudflare's runtime rejects a canceled read, and Node ends it.
    return isLate ? 'tooSlow' : 'brokenOff';
  } finally {
    clearTimeout(timer);
  }
}
