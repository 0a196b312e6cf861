import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { answerAll, sendAll } from '../../../shared/client/send';
import { TraceError } from '../../../shared/errors/trace-error';
import { runSync } from '../../../shared/task';
import { json, MemoryHost, text } from '../../fakes/memory-host';

const get = (path: string): HttpRequest => ({ operation: 'companies.show', method: 'GET', path });

/** Answers each path with its own list of exchanges, one after the other. */
function scripted(script: Record<string, Exchange[]>): MemoryHost {
  return new MemoryHost(({ path }) => script[path]?.shift() ?? json(500, {}));
}

const send = (host: MemoryHost, paths: string[], deadlineMs = host.nowMs + 60_000) =>
  runSync(sendAll(paths.map(get), { maxRetries: 2, waitBudgetMs: 10_000 }, deadlineMs), host.performers).map(
    ({ is }) => is,
  );

describe('requests sent together', () => {
  it('are answered in order', () => {
    const host = scripted({ '/a': [json(200, 1)], '/b': [json(401, {})] });
    expect(send(host, ['/a', '/b'])).toEqual(['body', 'failed']);
  });

  it('are sent again only where that may help', () => {
    const host = scripted({ '/a': [json(200, 1)], '/b': [json(503, {}), json(200, 2)], '/c': [json(401, {})] });
    expect(send(host, ['/a', '/b', '/c'])).toEqual(['body', 'body', 'failed']);
    expect(host.waves.map((wave) => wave.map(({ path }) => path))).toEqual([['/a', '/b', '/c'], ['/b']]);
    expect(host.sleptMs).toEqual([250]);
  });

  it('wait as long as the service asks', () => {
    const host = scripted({ '/a': [json(429, {}, '4'), json(200, 1)] });
    expect(send(host, ['/a'])).toEqual(['body']);
    expect(host.sleptMs).toEqual([4_000]);
  });

  it('wait no longer than the budget in all', () => {
    const host = scripted({ '/a': [json(429, {}, '6'), json(429, {}, '6'), json(200, 1)] });
    expect(send(host, ['/a'])).toEqual(['failed']);
    expect(host.sleptMs).toEqual([6_000]);
  });

  it('are not sent again after the deadline', () => {
    const host = scripted({ '/a': [json(429, {}, '4'), json(200, 1)] });
    expect(send(host, ['/a'], host.nowMs + 3_000)).toEqual(['failed']);
    expect(host.sleptMs).toEqual([]);
  });

  it('give up after the last retry', () => {
    const host = scripted({});
    expect(send(host, ['/a'])).toEqual(['failed']);
    expect(host.requests).toHaveLength(3);
  });

  it('are not sent again where that might do a thing twice', () => {
    const host = new MemoryHost(() => json(503, {}));
    const create: HttpRequest = { operation: 'lists.create', method: 'POST', path: '/lists', body: { name: 'A' } };
    const look: HttpRequest = { operation: 'companies.batch', method: 'POST', path: '/batch', isRepeatable: true };
    runSync(sendAll([create, look], { maxRetries: 2, waitBudgetMs: 10_000 }, host.nowMs + 60_000), host.performers);
    expect(host.waves.map((wave) => wave.map(({ path }) => path))).toEqual([
      ['/lists', '/batch'],
      ['/batch'],
      ['/batch'],
    ]);
  });

  it('bring text where they ask for it', () => {
    const host = new MemoryHost(() => text(200, 'domain\na.example\n'));
    const request: HttpRequest = { ...get('/export'), reads: 'text' };
    expect(runSync(sendAll([request], { maxRetries: 0, waitBudgetMs: 0 }, host.nowMs), host.performers)).toEqual([
      { is: 'body', body: 'domain\na.example\n' },
    ]);
  });

  it('tell how long a success asks to wait', () => {
    const host = scripted({ '/a': [json(200, 1, '60')], '/b': [json(200, 2)] });
    const answers = runSync(
      answerAll([get('/a'), get('/b')], { maxRetries: 0, waitBudgetMs: 0 }, host.nowMs),
      host.performers,
    );
    expect(answers.map(({ retryAfter }) => retryAfter)).toEqual(['60', null]);
  });

  it.each(['http', 'sleep'] as const)('keep what they know where the host refuses %s at a retry', (port) => {
    const host = scripted({
      '/a': [json(200, 1)],
      '/b': [{ ok: false, reason: 'timedOut' }],
      '/c': [json(429, {}, '1')],
    });
    const perform = host.performers[port] as (asked: never) => unknown;
    const refuse = (asked: never): unknown => {
      if (host.waves.length > 0) throw new TraceError('accountChanged', {});
      return perform(asked);
    };
    const ports = { ...host.performers, [port]: refuse };
    const replies = runSync(
      sendAll(['/a', '/b', '/c'].map(get), { maxRetries: 2, waitBudgetMs: 10_000 }, host.nowMs + 60_000),
      ports,
    );
    const error = new TraceError('accountChanged', {});
    expect(replies).toEqual([
      { is: 'body', body: 1 },
      { is: 'failed', error, isInDoubt: true, isOfHost: true },
      { is: 'failed', error, isOfHost: true },
    ]);
  });

  it('that the host refuses before any of them is sent are no answer', () => {
    const host = scripted({});
    const refuse = (): never => {
      throw new TraceError('accountChanged', {});
    };
    const asked = sendAll([get('/a')], { maxRetries: 2, waitBudgetMs: 10_000 }, host.nowMs + 60_000);
    expect(() => runSync(asked, { ...host.performers, http: refuse })).toThrow(new TraceError('accountChanged', {}));
  });
});
