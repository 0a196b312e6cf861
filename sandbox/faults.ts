import { INVALID_KEY } from './api-keys';
import { creditExhausted } from './ledger';
import { flatError, unknownPath } from './refusal';
import { DROPPED, jsonReply, textReply, toText, type FacedRoute, type Reply } from './reply';

/** A way for the service to fail. Faults are turned on by `POST /_sandbox/faults`; a new sandbox has none. */
export type Fault = InsteadFault | ChangeFault;

export type FaultSettings = Readonly<Record<string, number>>;

interface CommonFault {
  /** The settings, with their defaults; absent: it has none. */
  readonly settings?: FaultSettings;
}

/** Answers in place of the service: nothing is done and nothing is charged. */
interface InsteadFault extends CommonFault {
  /** @param route `null`: the path has no route */
  readonly appliesTo?: (route: FacedRoute | null) => boolean;
  /** @param cost returns how many credits the request would have cost */
  readonly answer: (settings: FaultSettings, cost: () => number) => Reply;
}

/** Changes an answer that the service has already charged for; `null`: there is nothing to change. */
interface ChangeFault extends CommonFault {
  readonly change: (reply: Reply, settings: FaultSettings) => Reply | null;
}

const HTML = 'text/html; charset=utf-8';
const NO_ORGANIZATION = 'This API key is not associated with an organization.';

/** By name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  /** https://docs.tracedata.ai/errors/ documents the status, the flat shape and the header; the code is assumed. */
  'rate-limited': {
    settings: { retryAfterSeconds: 1 },
    answer({ retryAfterSeconds }) {
      const reply = flatError(429, 'rate_limit_exceeded', 'Too many requests. Wait as long as Retry-After says.');
      return { ...reply, headers: { 'retry-after': String(retryAfterSeconds) } };
    },
  },
  'server-error': { answer: () => jsonReply(500, { detail: 'Internal Server Error' }) },
  'bad-gateway': { answer: () => textReply(502, proxyPage('502 Bad Gateway'), HTML) },
  'html-404': { answer: () => textReply(404, proxyPage('404 Not Found'), HTML) },
  'key-revoked': { answer: () => INVALID_KEY },
  'key-without-organization': { answer: () => flatError(403, 'key_missing_org_association', NO_ORGANIZATION) },
  /** As if only so many credits were left. */
  'credits-out': {
    settings: { creditsLeft: 0 },
    answer: ({ creditsLeft = 0 }, cost) => creditExhausted(Math.max(cost(), creditsLeft + 1), creditsLeft),
  },
  /** From every route that the documentation does not show. */
  'assumed-routes-missing': { appliesTo: (route) => route?.standing === 'assumed', answer: unknownPath },
  /** The connection is destroyed before any answer. */
  'dropped-connection': { answer: () => DROPPED },
  slow: {
    settings: { delayMs: 1000 },
    change: (reply, { delayMs = 0 }) => ({ ...reply, delayMs }),
  },
  /** 200 with the first half of the JSON. */
  'malformed-json': {
    change(reply) {
      const written = isOk(reply) ? toText(reply.body) : null;
      if (written === null) return null;
      const text = written.text.slice(0, Math.floor(written.text.length / 2));
      return { ...reply, body: { is: 'text', text, type: written.type } };
    },
  },
  /** Content-Length promises the whole body, half of it comes, then the connection is destroyed. */
  'cut-off-body': { change: (reply) => (isOk(reply) ? { ...reply, sending: 'cut off' } : null) },
  'empty-body': { change: (reply) => (isOk(reply) ? { ...reply, body: { is: 'nothing' } } : null) },
  /** Every second field of each object has another name. */
  'different-shapes': {
    change: (reply) =>
      isOk(reply) && reply.body.is === 'json'
        ? { ...reply, body: { is: 'json', value: renameSecondFields(reply.body.value) } }
        : null,
  },
  /** No result of a batch is in its own place. */
  'results-shuffled': { change: (reply) => changeResults(reply, ([first, ...others]) => [...others, first]) },
  /** A batch answer leaves out every other result. */
  'results-dropped': {
    change: (reply) => changeResults(reply, (results) => results.filter((_result, place) => place % 2 === 0)),
  },
  'results-doubled': {
    change: (reply) => changeResults(reply, (results) => results.flatMap((result) => [result, result])),
  },
};

function isOk(reply: Reply): boolean {
  return reply.status >= 200 && reply.status < 300;
}

function changeResults(reply: Reply, change: (results: readonly unknown[]) => readonly unknown[]): Reply | null {
  const { body } = reply;
  if (!isOk(reply) || body.is !== 'json' || typeof body.value !== 'object' || body.value === null) return null;
  if (!('results' in body.value) || !Array.isArray(body.value.results)) return null;
  return { ...reply, body: { is: 'json', value: { ...body.value, results: change(body.value.results) } } };
}

/** As another version of the API might answer. @internal a test of limits answers so */
export function renameSecondFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renameSecondFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner], place) => {
    return [place % 2 === 0 ? name : `other_${name}`, renameSecondFields(inner)] as const;
  });
  return Object.fromEntries(fields);
}

function proxyPage(title: string): string {
  const heading = `<center><h1>${title}</h1></center>`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n${heading}\r\n</body>\r\n</html>\r\n`;
}
