interface QuietHost {
  /** Calls back after `afterMs` milliseconds. */
  schedule(callback: () => void, afterMs: number): void;
  /** Milliseconds since 1970. */
  nowMs(): number;
}

/**
 * Excel passes the cells of one recalculation in several messages. Microsoft's own sample waits this long for them:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-batching.
 */
const QUIET_MS = 100;
/** The first cell must not wait longer, however many follow. */
const AT_MOST_MS = 400;

/** Notices when no more cells follow. */
export class Quiet {
  private isAwaited = false;
  private hasCome = false;
  private sinceMs = 0;

  /** @param ended called 100 ms after the last cell, or 400 ms after the first that still waits */
  constructor(
    private readonly host: QuietHost,
    private readonly ended: () => void,
  ) {}

  /** Notes that a cell has come. @returns whether it is the first one, so that `ended` will be called */
  come(): boolean {
    if (this.isAwaited) {
      this.hasCome = true;
      return false;
    }
    this.isAwaited = true;
    this.goOn();
    this.listen();
    return true;
  }

  /** Starts counting again: the cells that came so far no longer wait. */
  goOn(): void {
    this.sinceMs = this.host.nowMs();
  }

  private listen(): void {
    this.hasCome = false;
    this.host.schedule(() => {
      if (this.hasCome && this.host.nowMs() - this.sinceMs < AT_MOST_MS) return this.listen();
      this.isAwaited = false;
      this.ended();
    }, QUIET_MS);
  }
}
