import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { toText, type Reply } from './reply';

/** Added by `@hono/node-server`; a request within the process has none. */
export type NodeBindings = Partial<HttpBindings> | undefined;

/** Passes a reply to hono or, if it must be interrupted, straight to the connection. */
export function sendReply(reply: Reply, bindings: NodeBindings): Response {
  if (reply.sending === 'whole') return toResponse(reply);
  const { incoming, outgoing } = bindings ?? {};
  if (incoming === undefined || outgoing === undefined) {
    throw new Error(
      'A fault that breaks the connection needs one: use startSandbox, not a request within the process.',
    );
  }
  const breakOff = () => incoming.socket.destroy();
  if (reply.sending === 'dropped') {
    breakOff();
  } else {
    const { text, type } = toText(reply.body) ?? { text: '', type: 'text/plain' };
    const bytes = Buffer.from(text);
    const headers = { ...reply.headers, 'content-type': type, 'content-length': bytes.length };
    outgoing.writeHead(reply.status, headers);
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), breakOff);
  }
  return RESPONSE_ALREADY_SENT;
}

function toResponse({ status, headers, body }: Reply): Response {
  const written = toText(body);
  if (written === null) {
    // https://www.rfc-editor.org/rfc/rfc9110#section-8.6: a 204 carries no length, not even 0.
    const length = status === 204 ? {} : { 'content-length': '0' };
    return new Response(null, { status, headers: { ...headers, ...length } });
  }
  return new Response(written.text, { status, headers: { ...headers, 'content-type': written.type } });
}
