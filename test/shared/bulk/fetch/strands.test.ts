import type { RunTask } from '../../../../shared/bulk/sheet/ports';
import { Strands, type Asked, type Ended, type Strand } from '../../../../shared/bulk/fetch/strands';
import { now, sleep } from '../../../../shared/client/ports';

/** A run whose host answers when a test says so. */
function begin(task: RunTask<unknown>): { readonly asked: Asked[]; readonly ends: Ended[]; readonly strands: Strands } {
  const asked: Asked[] = [];
  const ends: Ended[] = [];
  const strands = new Strands((effect) => asked.push(effect));
  strands.begin(task, (end) => ends.push(end));
  return { asked, ends, strands };
}

test('what was begun goes on beside the main task, which is told its value', () => {
  const { asked, ends } = begin(
    (function* main(): RunTask<unknown> {
      const strand = (yield { ask: 'begin', task: now() }) as Strand;
      yield* sleep(5);
      return yield { ask: 'end', strand };
    })(),
  );
  expect(asked.map(({ effect }) => effect.ask)).toEqual(['now', 'sleep']);
  asked[1]!.answer(undefined);
  expect(ends).toEqual([]);
  asked[0]!.answer(17);
  expect(ends).toEqual([{ ok: true, value: 17 }]);
});

test('what it throws is thrown where its end is waited for, however late that is', () => {
  const { asked, ends, strands } = begin(
    (function* main(): RunTask<unknown> {
      const strand = (yield { ask: 'begin', task: now() }) as Strand;
      yield* sleep(5);
      try {
        return yield { ask: 'end', strand };
      } catch (error) {
        return `caught ${String(error)}`;
      }
    })(),
  );
  asked[0]!.fail(new Error('no clock'));
  asked[1]!.answer(undefined);
  expect(ends).toEqual([{ ok: true, value: 'caught Error: no clock' }]);
  expect(strands.underWay).toBe(0);
});

test('who is handed the turn goes on before the one who had it', () => {
  const order: string[] = [];
  function* taking(name: string): RunTask<void> {
    yield { ask: 'turn' };
    order.push(`${name} has it`);
    yield* now();
    yield { ask: 'handOn' };
    order.push(`${name} had it`);
  }
  const { asked } = begin(
    (function* main(): RunTask<void> {
      for (const name of ['first', 'second', 'third']) yield { ask: 'begin', task: taking(name) };
    })(),
  );
  for (let at = 0; at < 3; at += 1) asked[at]!.answer(0);
  expect(order).toEqual([
    ...['first has it', 'second has it', 'first had it'],
    ...['third has it', 'second had it', 'third had it'],
  ]);
});

test('one that is woken in line gets no turn, and one that sleeps goes on; late answers change nothing', () => {
  const got: unknown[] = [];
  function* waiting(): RunTask<void> {
    got.push(yield { ask: 'turn' });
  }
  function* sleeping(): RunTask<void> {
    yield* sleep(600_000);
    got.push('awake');
    got.push(yield* now());
  }
  const { asked, ends } = begin(
    (function* main(): RunTask<void> {
      yield { ask: 'turn' };
      const strands = [];
      for (const task of [waiting(), sleeping()]) strands.push((yield { ask: 'begin', task }) as Strand);
      for (const strand of strands) yield { ask: 'wake', strand };
      for (const strand of strands) yield { ask: 'end', strand };
    })(),
  );
  expect(got).toEqual([false, 'awake']);
  asked[0]!.answer('too late');
  expect(got).toEqual([false, 'awake']);
  asked[1]!.answer(1);
  expect(got).toEqual([false, 'awake', 1]);
  expect(ends).toEqual([{ ok: true, value: undefined }]);
});
