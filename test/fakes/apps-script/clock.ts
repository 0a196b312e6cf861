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
