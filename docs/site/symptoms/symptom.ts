/** What users see before they know why. */
export interface Symptom {
  /** The name of its page, which is part of links and never changes. */
  readonly id: string;
  /** As a user would say it. */
  readonly seen: string;
  /** What else users search for. */
  readonly words: string;
  /** What it means, whatever the cause. */
  readonly about: string;
  readonly causes: readonly [Cause, ...Cause[]];
}

export interface Cause {
  /** Where it happens; absent: everywhere. */
  readonly where?: 'Google Sheets' | 'Excel' | 'Web workbook' | 'Excel and the web workbook';
  readonly why: string;
  readonly next: readonly [string, ...string[]];
  /** A page that says more, below `docs/`, and its name. */
  readonly more?: readonly [page: string, name: string];
  /** The source, if only Google or Microsoft can fix it: an address and its name. */
  readonly source?: readonly [address: `https://${string}`, name: string];
}
