/** What the server tells the page, inside the page itself, since functions.js must not wait for a request. */
export interface PageSettings {
  /** Whether `/v1` is answered by the embedded sandbox, with made-up data. */
  readonly sandbox: boolean;
  /** Whether the person may choose between the sandbox and the real service. */
  readonly switchable: boolean;
  /** Whether the real service was chosen on the page; it has its own key and its own answers. */
  readonly live: boolean;
  /** Who answers where the sandbox does not: an origin. */
  readonly answeredBy?: string;
}
