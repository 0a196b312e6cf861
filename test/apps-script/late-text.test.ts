import { readLateText } from '../../apps-script/late-text';

it('gives a text what it is handed, and answers with what that returns', () => {
  expect(
    readLateText('({ add, one }) => ({ two: add(one, one) })', { add: (a: number, b: number) => a + b, one: 1 }),
  ).toEqual({ two: 2 });
});

it('shows a text nothing else of the script', () => {
  expect(() => readLateText('() => text', {})).toThrow('text is not defined');
});
