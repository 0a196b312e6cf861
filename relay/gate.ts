/** Leaves the gate; calling it again does nothing. */
type Leave = () => void;

/** Lets a limited number in at once. Others wait in order, also limited in number and time. */
export class Gate {
  private inside = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly atOnce: number,
    private readonly maxWaiting: number,
    private readonly waitMs: number,
  ) {}

  /**
   * Resolves once the caller is let in; `null`: there was no room in time.
   *
   * @param signal aborted if the caller no longer wants to enter
   */
  async enter(signal: AbortSignal): Promise<Leave | null> {
    if (signal.aborted) return null;
    if (this.inside < this.atOnce) return this.letIn();
    if (this.waiting.size >= this.maxWaiting) return null;
    return new Promise((resolve) => {
      const settle = (leave: Leave | null): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        this.waiting.delete(begin);
        resolve(leave);
      };
      const begin = (): void => settle(this.letIn());
      const giveUp = (): void => settle(null);
      const timer = setTimeout(giveUp, this.waitMs);
      signal.addEventListener('abort', giveUp);
      this.waiting.add(begin);
    });
  }

  private letIn(): Leave {
    let isInside = true;
    this.inside += 1;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.inside -= 1;
      const [next] = this.waiting;
      next?.();
    };
  }
}
