import { runInNewContext } from 'node:vm';
import { readLateText } from '../../apps-script/late-text';

it('hands a text what it needs, and returns what it exports', () => {
  const evaluate = (text: string): unknown => runInNewContext(text);
  const common = { add: (a: number, b: number) => a + b, one: 1 };
  expect(readLateText(evaluate, '({ add, one }) => ({ two: add(one, one) })', common)).toEqual({ two: 2 });
});
