const DAY_MS = 86_400_000;

/** Calls of which one user has a daily quota: https://developers.google.com/apps-script/guides/services/quotas. */
export class DailyCalls {
  /** Calls made today. */
  made = 0;
  private day = 0;

  constructor(private readonly most: number) {}

  /** Whether one more call is answered. */
  admits(nowMs: number): boolean {
    const day = Math.floor(nowMs / DAY_MS);
    if (day !== this.day) [this.day, this.made] = [day, 0];
    this.made += 1;
    return this.made <= this.most;
  }
}
