/** The time of Google's servers. It moves only by sleeping and fetching. */
export class SheetsClock {
  constructor(private atMs: number) {}

  nowMs(): number {
    return this.atMs;
  }

  advance(byMs: number): void {
    this.atMs += byMs;
  }
}
