/** The sandbox's time, which tests can move. */
export class Clock {
  private movedByMs = 0;

  constructor(private readonly realNow: () => number) {}

  now(): number {
    return this.realNow() + this.movedByMs;
  }

  advance(byMs: number): void {
    this.movedByMs += byMs;
  }
}
