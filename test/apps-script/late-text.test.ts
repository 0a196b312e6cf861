import { runInNewContext } from 'node:vm';
import { readLateText } from '../../apps-script/late-text';

it('gives a text what it is handed, and answers with what that returns', () => {
  const evaluate = (text: string): unknown => runInNewContext(text);
  const common = { add: (a: number, b: number) => a + b, one: 1 };
  expect(readLateText(evaluate, '({ add, one }) => ({ two: add(one, one) })', common)).toEqual({ two: 2 });
});
