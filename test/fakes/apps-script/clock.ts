/** The time of Google's servers. It moves only by what sleeping and fetching take. */
export class SheetsClock {
  constructor(private atMs: number) {}

  nowMs(): number {
    return this.atMs;
  }

  advance(byMs: number): void {
    this.atMs += byMs;
  }
}

/** One that goes on by itself, for runs that overlap: advancing it means waiting. */
export class RunningClock extends SheetsClock {
  private readonly startedAtMs = Date.now();
  private readonly never = new Int32Array(new SharedArrayBuffer(4));

  override nowMs(): number {
    return super.nowMs() + Date.now() - this.startedAtMs;
  }

  override advance(byMs: number): void {
    if (byMs > 0) Atomics.wait(this.never, 0, 0, byMs);
  }
}
