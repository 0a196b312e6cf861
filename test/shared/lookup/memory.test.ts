import { LookupMemory } from '../../../shared/lookup/memory';
import { TraceError } from '../../../shared/errors/trace-error';

const found = (asOfMs: number) => ({ is: 'found', record: {}, asOfMs }) as const;

it('the answer used longest ago goes first', () => {
  const memory = new LookupMemory('company', 2);
  memory.remember('a', found(1));
  memory.remember('b', found(2));
  memory.recall('a');
  memory.remember('c', found(3));
  expect([memory.recall('a'), memory.recall('b'), memory.recall('c')]).toEqual([found(1), undefined, found(3)]);
});

it('a problem is not remembered, and does not drive out an answer', () => {
  const memory = new LookupMemory('company');
  memory.remember('a', found(1));
  memory.remember('a', { is: 'failed', error: new TraceError('unreachable', {}) });
  expect(memory.recall('a')).toEqual(found(1));
});

it('an answer that came as a text is read when it is asked for, and then stays read', () => {
  const memory = new LookupMemory('company');
  const record = { name: 'A', primary_domain: 'a.com' };
  memory.remember('a.com', { is: 'found', record: { name: 'not read' }, text: JSON.stringify(record), asOfMs: 1 });
  const recalled = memory.recall('a.com');
  expect(recalled).toEqual({ is: 'found', record, asOfMs: 1 });
  expect(memory.recall('a.com')).toBe(recalled);
});

it('the least recently used text goes first too', () => {
  const memory = new LookupMemory('company', 1);
  for (const name of ['a.com', 'b.com']) {
    memory.remember(name, { is: 'found', record: { name }, text: JSON.stringify({ name }), asOfMs: 1 });
  }
  expect(memory.recall('a.com')).toBeUndefined();
  expect(memory.recall('b.com')).toEqual({ is: 'found', record: { name: 'b.com' }, asOfMs: 1 });
});

it('a text that is damaged is no answer', () => {
  const memory = new LookupMemory('company');
  memory.remember('a.com', { is: 'found', record: {}, text: '{},"domain":"a.com"', asOfMs: 1 });
  expect(memory.recall('a.com')).toBeUndefined();
});
