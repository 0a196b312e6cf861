import { RefusedKeys, toSource } from '../../relay/refused-keys';

const refuse = (keys: RefusedKeys, times: number, nowMs = 0): void => {
  for (let time = 0; time < times; time += 1) keys.noteRefused('192.0.2.1', `guess ${time}`, nowMs);
};

it('as many refused keys as allowed hold no one up, one more does until the minute is over', () => {
  const keys = new RefusedKeys(3, 'secret');
  refuse(keys, 2);
  expect(keys.waitSeconds('192.0.2.1', 'next', 1_000)).toBe(0);
  refuse(keys, 1);
  expect([
    keys.waitSeconds('192.0.2.1', 'next', 1_000),
    keys.waitSeconds('192.0.2.1', 'next', 59_999),
    keys.waitSeconds('192.0.2.1', 'next', 60_000),
    keys.waitSeconds('192.0.2.2', 'next', 1_000),
  ]).toEqual([59, 1, 0, 0]);
});

it('a key that has worked is not held up, until it is refused itself', () => {
  const keys = new RefusedKeys(3, 'secret');
  keys.noteWorked('mine');
  refuse(keys, 3);
  expect(keys.waitSeconds('192.0.2.1', 'mine', 0)).toBe(0);
  keys.noteRefused('192.0.2.1', 'mine', 0);
  expect(keys.waitSeconds('192.0.2.1', 'mine', 0)).toBe(60);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
  ['2001:db8::1:2:3:4', '2001:db8:0:0'],
  ['2001:db8::', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, source) => {
  expect(toSource(address)).toBe(source);
});
