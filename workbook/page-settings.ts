/** What the server tells the page, inside the page itself, since functions.js must not wait for a request. */
export interface PageSettings {
  /** Whether `/v1` is answered by the embedded sandbox, with made-up data. */
  readonly sandbox: boolean;
}
