import { json } from '../../fakes/memory-host';
import { hostWith, linesOf, NOT_FOUND, numbered, perform, READ_ONLY } from './perform-with';

const done = json(200, { added: 100 });

it.each([
  ['addDomains', 'lists.addDomains', '/lists/lst_1/domains'],
  ['excludeDomains', 'lists.excludeDomains', '/lists/lst_1/excluded-domains'],
] as const)('%s sends a hundred domains at a time, each once', async (name, operation, path) => {
  const host = hostWith({ [operation]: [done] });
  const domains = [...numbered(150), 'www.company-1.example', 'not a domain'];
  const { parts, refused } = await perform(host, name, { listId: 'lst_1', domains });
  expect({
    sent: linesOf(host).map((line) => line.split(' ').slice(0, 2)),
    parts: parts.map((part) => [part.is, part.domains.length]),
    answers: parts.map((part) => part.is === 'done' && part.answer),
    refused: refused.map(({ given }) => given),
  }).toEqual({
    sent: [
      ['POST', path],
      ['POST', path],
    ],
    parts: [
      ['done', 100],
      ['done', 50],
    ],
    answers: [{ added: 100 }, { added: 100 }],
    refused: ['not a domain'],
  });
});

it('a part that fails fails alone, and is not sent twice', async () => {
  const host = hostWith({ 'lists.addDomains': [done, json(500, {}), done] });
  const { parts } = await perform(host, 'addDomains', { listId: 'lst_1', domains: numbered(300) });
  expect({ parts: parts.map(({ is }) => is), requests: host.requests.length }).toEqual({
    parts: ['done', 'failed', 'done'],
    requests: 3,
  });
});

it.each([
  [json(402, {})],
  [json(401, {})],
  [json(429, {}, '600')],
  [NOT_FOUND],
  [READ_ONLY],
  [json(404, { detail: 'Not Found' })],
])('the rest stays unsent after %j', async (exchange) => {
  const host = hostWith({ 'lists.addDomains': [done, exchange] });
  const { parts } = await perform(host, 'addDomains', { listId: 'lst_1', domains: numbered(400) });
  expect({ parts: parts.map(({ is }) => is), requests: host.requests.length }).toEqual({
    parts: ['done', 'failed', 'unsent', 'unsent'],
    requests: 2,
  });
});

it('what there is no time for stays unsent', async () => {
  const host = hostWith({ 'lists.addDomains': [done] });
  const { http } = host.performers;
  Object.assign(host, {
    performers: { ...host.performers, http: (effect: never) => ((host.nowMs += 15_000), http(effect)) },
  });
  const { parts } = await perform(host, 'addDomains', { listId: 'lst_1', domains: numbered(300) });
  expect(parts.map(({ is }) => is)).toEqual(['done', 'done', 'unsent']);
});
