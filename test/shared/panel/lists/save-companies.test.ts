import type { DomainsPart } from '../../../../shared/actions/list-domains';
import { TraceError } from '../../../../shared/errors/trace-error';
import type { Act, PanelAnswer } from '../../../../shared/panel/protocol';
import { addCompanies } from '../../../../shared/panel/lists/save-companies';

const done = (...domains: string[]): DomainsPart => ({ is: 'done', domains, answer: { added: domains } });
const unsent = (...domains: string[]): DomainsPart => ({ is: 'unsent', domains });
const parts = (...all: DomainsPart[]): PanelAnswer<object> => ({ ok: true, value: { parts: all, refused: [] } });

test.each<[string, readonly PanelAnswer<object>[], object, readonly string[]]>([
  [
    'goes on with what one action had no time for',
    [parts(done('a'), unsent('b', 'c')), parts(done('b'), unsent('c')), parts(done('c'))],
    { said: '3 added.', problem: '' },
    ['a b c', 'b c', 'c'],
  ],
  [
    'stops where a part fails',
    [
      parts(done('a'), unsent('b', 'c')),
      parts({ is: 'failed', domains: ['b'], error: new TraceError('outOfTime', {}) }, unsent('c')),
    ],
    { said: '1 added.', problem: '2 companies were not sent. Trace took too long. Wait a minute, then retry.' },
    ['a b c', 'b c'],
  ],
  [
    'tells what was added before the host was lost',
    [parts(done('a'), unsent('b', 'c')), { ok: false, sentence: 'No connection.' }],
    { said: '1 added.', problem: '2 companies were not sent. No connection.' },
    ['a b c', 'b c'],
  ],
])('adding companies %s', async (_what, answers, result, given) => {
  const asked: string[] = [];
  const act = (async (_name: string, { domains }: { readonly domains: readonly string[] }) => {
    asked.push(domains.join(' '));
    return answers[asked.length - 1];
  }) as unknown as Act;
  expect(await addCompanies(act, 'lst_1', ['a', 'b', 'c'])).toEqual({ list: null, ...result });
  expect(asked).toEqual(given);
});
