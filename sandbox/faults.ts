import { INVALID_KEY } from './api-keys';
import { creditExhausted } from './ledger';
import { rateLimited } from './rate-limiter';
import { flatError, unknownPath } from './refusal';
import { DROPPED, jsonReply, textReply, toText, type Reply } from './reply';
import type { FacedRoute } from './reply';

/** A way for the service to fail. Faults are turned on by `POST /_sandbox/faults`; a new sandbox has none. */
export type Fault = {
  readonly name: string;
  readonly about: string;
  /** The settings, with their defaults. */
  readonly settings: FaultSettings;
} & (InsteadFault | ChangeFault);

export type FaultSettings = Readonly<Record<string, number>>;

/** Answers in place of the service: nothing is done and nothing is charged. */
interface InsteadFault {
  /** @param route `null`: the path has no route */
  readonly appliesTo?: (route: FacedRoute | null) => boolean;
  /** @param cost returns how many credits the request would have cost */
  readonly answer: (settings: FaultSettings, cost: () => number) => Reply;
}

/** Changes an answer that the service has already charged for; `null`: there is nothing to change. */
interface ChangeFault {
  readonly change: (reply: Reply, settings: FaultSettings) => Reply | null;
}

const HTML = 'text/html; charset=utf-8';

export const FAULTS: readonly Fault[] = [
  {
    name: 'rate-limited',
    about: '429 with Retry-After',
    settings: { retryAfterSeconds: 1 },
    answer: (settings) => rateLimited(settings['retryAfterSeconds'] ?? 1),
  },
  {
    name: 'server-error',
    about: '500 with a JSON body',
    settings: {},
    answer: () => jsonReply(500, { detail: 'Internal Server Error' }),
  },
  {
    name: 'bad-gateway',
    about: '502 with the HTML page of a proxy',
    settings: {},
    answer: () => textReply(502, proxyPage('502 Bad Gateway'), HTML),
  },
  {
    name: 'html-404',
    about: '404 with the HTML page of a proxy',
    settings: {},
    answer: () => textReply(404, proxyPage('404 Not Found'), HTML),
  },
  {
    name: 'key-revoked',
    about: '401 for a key that used to work',
    settings: {},
    answer: () => INVALID_KEY,
  },
  {
    name: 'key-without-organization',
    about: '403 for a key that has lost its organization',
    settings: {},
    answer: () => flatError(403, 'key_missing_org_association', 'This API key is not associated with an organization.'),
  },
  {
    name: 'credits-out',
    about: '402 as if only creditsLeft credits were left',
    settings: { creditsLeft: 0 },
    answer: ({ creditsLeft = 0 }, cost) => creditExhausted(Math.max(cost(), creditsLeft + 1), creditsLeft),
  },
  {
    name: 'assumed-routes-missing',
    about: '404 as for an unknown path, from every route that the documentation does not show',
    settings: {},
    appliesTo: (route) => route?.standing === 'assumed',
    answer: unknownPath,
  },
  {
    name: 'dropped-connection',
    about: 'the connection is destroyed before any answer',
    settings: {},
    answer: () => DROPPED,
  },
  {
    name: 'slow',
    about: 'the answer, after delayMs',
    settings: { delayMs: 1000 },
    change: (reply, settings) => ({ ...reply, delayMs: settings['delayMs'] ?? 0 }),
  },
  {
    name: 'malformed-json',
    about: '200 with the first half of the JSON',
    settings: {},
    change: (reply) => {
      const written = isOk(reply) ? toText(reply.body) : null;
      if (written === null) return null;
      const text = written.text.slice(0, Math.floor(written.text.length / 2));
      return { ...reply, body: { is: 'text', text, type: written.type } };
    },
  },
  {
    name: 'cut-off-body',
    about: 'Content-Length promises the whole body, half of it comes, then the connection is destroyed',
    settings: {},
    change: (reply) => (isOk(reply) ? { ...reply, sending: 'cut off' } : null),
  },
  {
    name: 'empty-body',
    about: '200 without a body',
    settings: {},
    change: (reply) => (isOk(reply) ? { ...reply, body: { is: 'nothing' } } : null),
  },
  {
    name: 'different-shapes',
    about: 'an answer in which every second field of each object has another name',
    settings: {},
    change: (reply) =>
      isOk(reply) && reply.body.is === 'json'
        ? { ...reply, body: { is: 'json', value: renameSecondFields(reply.body.value) } }
        : null,
  },
  {
    name: 'results-shuffled',
    about: 'a batch answer whose results stand in another order, none in its own place',
    settings: {},
    change: (reply) => changeResults(reply, ([first, ...others]) => [...others, first]),
  },
  {
    name: 'results-dropped',
    about: 'a batch answer that leaves out every other result',
    settings: {},
    change: (reply) => changeResults(reply, (results) => results.filter((_result, place) => place % 2 === 0)),
  },
  {
    name: 'results-doubled',
    about: 'a batch answer with every result twice',
    settings: {},
    change: (reply) => changeResults(reply, (results) => results.flatMap((result) => [result, result])),
  },
];

function isOk(reply: Reply): boolean {
  return reply.status >= 200 && reply.status < 300;
}

function changeResults(reply: Reply, change: (results: readonly unknown[]) => readonly unknown[]): Reply | null {
  const { body } = reply;
  if (!isOk(reply) || body.is !== 'json' || typeof body.value !== 'object' || body.value === null) return null;
  if (!('results' in body.value) || !Array.isArray(body.value.results)) return null;
  return { ...reply, body: { is: 'json', value: { ...body.value, results: change(body.value.results) } } };
}

/** As another version of the API might answer. */
function renameSecondFields(value: unknown): unknown {
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
