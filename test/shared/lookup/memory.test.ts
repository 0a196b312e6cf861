import { LookupMemory } from '../../../shared/lookup/memory';
import { TraceError } from '../../../shared/errors/trace-error';

const found = (asOfMs: number) => ({ is: 'found', record: {}, asOfMs }) as const;

it('the answer used longest ago goes first', () => {
  const memory = new LookupMemory(2);
  memory.remember('a', found(1));
  memory.remember('b', found(2));
  memory.recall('a');
  memory.remember('c', found(3));
  expect([memory.recall('a'), memory.recall('b'), memory.recall('c')]).toEqual([found(1), undefined, found(3)]);
});

it('a problem is not remembered, and does not drive out an answer', () => {
  const memory = new LookupMemory();
  memory.remember('a', found(1));
  memory.remember('a', { is: 'failed', error: new TraceError('unreachable', {}) });
  expect(memory.recall('a')).toEqual(found(1));
});
