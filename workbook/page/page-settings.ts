/** The service's name, as a key is bound to it, where the sandbox answers. */
export const SANDBOX_SERVICE = 'sandbox';

/** What the server tells the page. It is part of the page itself, since functions.js must not wait for a request. */
export interface PageSettings {
  /** Whether the embedded sandbox, with made-up data, answers `/v1`. */
  readonly sandbox: boolean;
  /** Whether the user may choose between the sandbox and the real service. */
  readonly switchable: boolean;
  /** Whether the real service was chosen on the page; it has its own key and its own saved answers. */
  readonly live: boolean;
  /** Whether this is the public demo: the sandbox is in the page itself, and there is no place for a key. */
  readonly demo?: boolean;
  /** The origin of the real service. */
  readonly answeredBy?: string;
}
