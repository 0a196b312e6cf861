import { joinChunks } from './ask';

/** Why there is no body. */
export type NoBody = 'tooLong' | 'tooSlow' | 'tooMany' | 'brokenOff';

interface BodyLimits {
  readonly maxRequestBytes: number;
  readonly maxHeldBytes: number;
  readonly slowMs: number;
}

/** A body that counts as held until it is let go. */
interface HeldBody {
  /** `null`: the request has none. */
  readonly bytes: Uint8Array | null;
  readonly letGo: () => void;
}

const NOTHING: HeldBody = { bytes: null, letGo: () => undefined };

/** Reads the bodies of requests, each within its limit and all within a common one. */
export class LimitedBodies {
  /** What is being received, waits for its turn or is being sent, in bytes. */
  private held = 0;

  constructor(private readonly limits: BodyLimits) {}

  async read(request: Request): Promise<HeldBody | NoBody> {
    if (request.method === 'GET') return NOTHING;
    const { maxRequestBytes, maxHeldBytes } = this.limits;
    const length = request.headers.get('content-length');
    const promised = length === null ? maxRequestBytes : Number(length);
    if (promised > maxRequestBytes) return 'tooLong';
    if (this.held + promised > maxHeldBytes) return 'tooMany';
    this.held += promised;
    // Servers read no more than what a request says, and most say it.
    const reading = length === null ? count(request, maxRequestBytes) : whole(request);
    const read = await this.inTime(reading).catch(() => 'brokenOff' as const);
    const bytes = typeof read === 'string' ? 0 : read.byteLength;
    this.held += bytes - promised;
    return typeof read === 'string' ? read : { bytes: read, letGo: () => void (this.held -= bytes) };
  }

  private async inTime<T>(reading: Promise<T>): Promise<T | 'tooSlow'> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'tooSlow'>((resolve) => (timer = setTimeout(resolve, this.limits.slowMs, 'tooSlow')));
    return Promise.race([reading, late]).finally(() => clearTimeout(timer));
  }
}

async function whole(request: Request): Promise<Uint8Array> {
  return new Uint8Array(await request.arrayBuffer());
}

async function count(request: Request, maxBytes: number): Promise<Uint8Array | 'tooLong'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return 'tooLong';
    chunks.push(chunk);
  }
  return joinChunks(chunks, length);
}
