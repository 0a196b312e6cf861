/** An answer before it is sent. */
export interface Reply<B = unknown> {
  /** 0: nothing is sent. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReplyBody<B>;
  /** `cut off`: half of the body, then the connection is destroyed. `dropped`: destroyed before any answer. */
  readonly sending: 'whole' | 'cut off' | 'dropped';
  readonly delayMs: number;
}

/** What a fault learns about the route when it changes a reply. */
export interface FacedRoute {
  readonly name: string;
  readonly standing: 'documented' | 'assumed';
}

type ReplyBody<B> =
  | { readonly is: 'json'; readonly value: B }
  | { readonly is: 'text'; readonly text: string; readonly type: string }
  | { readonly is: 'nothing' };

const JSON_TYPE = 'application/json';

export const DROPPED: Reply<never> = {
  status: 0,
  headers: {},
  body: { is: 'nothing' },
  sending: 'dropped',
  delayMs: 0,
};

export function jsonReply<B>(status: number, value: B, headers: Readonly<Record<string, string>> = {}): Reply<B> {
  return { status, headers, body: { is: 'json', value }, sending: 'whole', delayMs: 0 };
}

export function textReply(status: number, text: string, type: string): Reply<never> {
  return { status, headers: {}, body: { is: 'text', text, type }, sending: 'whole', delayMs: 0 };
}

/** A success without content. */
export const NO_CONTENT: Reply<never> = {
  status: 204,
  headers: {},
  body: { is: 'nothing' },
  sending: 'whole',
  delayMs: 0,
};

/** The body as text, with its content type; `null` if there is none. */
export function toText(body: ReplyBody<unknown>): { readonly text: string; readonly type: string } | null {
  if (body.is === 'nothing') return null;
  return body.is === 'text' ? body : { text: JSON.stringify(body.value), type: JSON_TYPE };
}
