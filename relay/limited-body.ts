import { joinChunks } from './ask';

/** Why there is no body. */
export type NoBody = 'tooLong' | 'tooSlow' | 'tooMany' | 'brokenOff';

export interface BodyLimits {
  readonly maxRequestBytes: number;
  readonly maxReceivingBytes: number;
  readonly slowMs: number;
}

/** Reads the bodies of requests, each within its limit and all within a common one. */
export class LimitedBodies {
  /** What is being received, in bytes. */
  private receiving = 0;

  constructor(private readonly limits: BodyLimits) {}

  /** `null`: the request has none. */
  async read(request: Request): Promise<Uint8Array | NoBody | null> {
    if (request.method === 'GET') return null;
    const { maxRequestBytes, maxReceivingBytes } = this.limits;
    const length = request.headers.get('content-length');
    const promised = length === null ? maxRequestBytes : Number(length);
    if (promised > maxRequestBytes) return 'tooLong';
    if (this.receiving + promised > maxReceivingBytes) return 'tooMany';
    this.receiving += promised;
    try {
      // Servers read no more than what a request says, and most say it.
      return await this.inTime(length === null ? count(request, maxRequestBytes) : whole(request));
    } catch {
      return 'brokenOff';
    } finally {
      this.receiving -= promised;
    }
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
