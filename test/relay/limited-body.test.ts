import { LimitedBodies } from '../../relay/limited-body';

const URL_OF_LISTS = 'https://relay.example/v1/lists';
const LIMITS = { maxRequestBytes: 100, maxHeldBytes: 250, maxHeldBytesASource: 150, slowMs: 10 };

const post = (body: ReadableStream | string, length: number): Request =>
  new Request(URL_OF_LISTS, { method: 'POST', headers: { 'Content-Length': String(length) }, body, duplex: 'half' });

/** A sender that sends this much and then waits. */
const slow = (bytes: number): Request =>
  post(new ReadableStream({ start: (sending) => sending.enqueue(new Uint8Array(bytes)) }), 100);

/** The outcome of a body: why there is none, or how long it is. */
const outcomeOf = async (reading: ReturnType<LimitedBodies['read']>): Promise<string | number | undefined> => {
  const read = await reading;
  return typeof read === 'string' ? read : read.bytes?.byteLength;
};

it('keeps no room for a body that it has given up', async () => {
  const bodies = new LimitedBodies({ ...LIMITS, maxHeldBytes: 100, maxHeldBytesASource: 100 });
  const first = await outcomeOf(bodies.read(slow(99), 'A'));
  const second = await outcomeOf(bodies.read(post('x'.repeat(100), 100), 'A'));
  expect([first, second]).toEqual(['tooSlow', 100]);
});

it('keeps no room for what is declared and has not arrived', async () => {
  const bodies = new LimitedBodies(LIMITS);
  const waiting = Array.from({ length: 64 }, () => outcomeOf(bodies.read(slow(1), 'A')));
  expect(await outcomeOf(bodies.read(post('{}', 2), 'A'))).toBe(2);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['tooSlow']));
});

it('one source fills its share, and leaves room for another', async () => {
  const bodies = new LimitedBodies(LIMITS);
  const held = await bodies.read(post('x'.repeat(100), 100), 'A');
  const more = await outcomeOf(bodies.read(post('x'.repeat(51), 51), 'A'));
  const other = await outcomeOf(bodies.read(post('x'.repeat(100), 100), 'B'));
  if (typeof held !== 'string') held.letGo();
  const after = await outcomeOf(bodies.read(post('x'.repeat(100), 100), 'A'));
  expect([more, other, after]).toEqual(['tooMany', 100, 100]);
});

it('all together fill the common room, also those who are not known', async () => {
  const bodies = new LimitedBodies(LIMITS);
  const outcomes: unknown[] = [];
  for (const source of ['A', null, null, 'B']) {
    outcomes.push(await outcomeOf(bodies.read(post('x'.repeat(80), 80), source)));
  }
  expect(outcomes).toEqual([80, 80, 80, 'tooMany']);
});

it.each([
  ['says so', post('', 101)],
  ['says less', post('x'.repeat(101), 100)],
])('refuses a body that is too long and %s', async (_name, request) => {
  expect(await outcomeOf(new LimitedBodies(LIMITS).read(request, 'A'))).toBe('tooLong');
});
