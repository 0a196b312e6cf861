/** Time that passes only from one event to the next. The service has the true time; a device may have another. */
export class VirtualTime {
  trueMs = Date.UTC(2026, 5, 15, 12);
  private events: { readonly atMs: number; readonly order: number; readonly act: () => void }[] = [];
  private order = 0;

  after(delayMs: number, act: () => void): number {
    this.order += 1;
    this.events.push({ atMs: this.trueMs + Math.max(0, delayMs), order: this.order, act });
    return this.order;
  }

  cancel(order: number): void {
    this.events = this.events.filter((event) => event.order !== order);
  }

  /** Lets everything happen that is due sooner or later, one after the other. */
  async settle(): Promise<void> {
    for (;;) {
      await allPromises();
      const next = this.events.reduce<(typeof this.events)[number] | null>(
        (first, event) => (first === null || event.atMs < first.atMs ? event : first),
        null,
      );
      if (next === null) return;
      this.cancel(next.order);
      this.trueMs = Math.max(this.trueMs, next.atMs);
      next.act();
    }
  }

  pass(byMs: number): void {
    this.trueMs += byMs;
  }
}

/** Everything that promises can do without time. */
const allPromises = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
