/** An answer before it is sent. */
export interface Reply {
  /** 0: nothing is sent. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReplyBody;
  /** `cut off`: half of the body, then the connection is destroyed. `dropped`: destroyed before any answer. */
  readonly sending: 'whole' | 'cut off' | 'dropped';
  readonly delayMs: number;
}

/** What a fault learns about the route when it changes a reply. */
export interface FacedRoute {
  readonly name: string;
  readonly standing: 'documented' | 'assumed';
}

type ReplyBody =
  | { readonly is: 'json'; readonly value: unknown }
  | { readonly is: 'text'; readonly text: string; readonly type: string }
  | { readonly is: 'nothing' };

const JSON_TYPE = 'application/json';

export const DROPPED: Reply = { status: 0, headers: {}, body: { is: 'nothing' }, sending: 'dropped', delayMs: 0 };

export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: { is: 'json', value }, sending: 'whole', delayMs: 0 };
}

export function textReply(status: number, text: string, type: string): Reply {
  return { status, headers: {}, body: { is: 'text', text, type }, sending: 'whole', delayMs: 0 };
}

/** A success without content. */
export const NO_CONTENT: Reply = { status: 204, headers: {}, body: { is: 'nothing' }, sending: 'whole', delayMs: 0 };

/** The body as text, with its content type; `null` if there is none. */
export function toText(body: ReplyBody): { readonly text: string; readonly type: string } | null {
  if (body.is === 'nothing') return null;
  return body.is === 'text' ? body : { text: JSON.stringify(body.value), type: JSON_TYPE };
}
