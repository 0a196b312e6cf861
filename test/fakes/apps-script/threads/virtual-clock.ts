import type { SheetsClock } from '../clock';

/**
 * The time of overlapping runs, without any real waiting: when all of them are blocked, it advances to the moment at
 * which the first continues. So a busy machine changes nothing, and each history repeats exactly.
 */
export class VirtualClock {
  private readonly sleepers: { readonly untilMs: number; readonly wake: () => void }[] = [];

  /** @param awake how many runs there are, none of which is blocked yet */
  constructor(
    private readonly clock: SheetsClock,
    private awake: number,
  ) {}

  nowMs(): number {
    return this.clock.nowMs();
  }

  async sleep(forMs: number): Promise<number> {
    await new Promise<void>((wake) => {
      this.sleepers.push({ untilMs: this.nowMs() + forMs, wake });
      this.leave();
    });
    return this.nowMs();
  }

  /** Called by a run that has ended, or waits for something other than time. */
  leave(): void {
    this.awake -= 1;
    if (this.awake > 0) return;
    const next = this.sleepers.reduce(
      (first, { untilMs }, at) => (untilMs < (this.sleepers[first]?.untilMs ?? Infinity) ? at : first),
      0,
    );
    const [sleeper] = this.sleepers.splice(next, 1);
    if (sleeper === undefined) return;
    this.clock.advance(Math.max(0, sleeper.untilMs - this.nowMs()));
    this.comeBack();
    sleeper.wake();
  }

  comeBack(): void {
    this.awake += 1;
  }
}
