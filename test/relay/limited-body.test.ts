import { LimitedBodies } from '../../relay/limited-body';

const URL_OF_LISTS = 'https://relay.example/v1/lists';

const post = (body: ReadableStream | string, length: number): Request =>
  new Request(URL_OF_LISTS, { method: 'POST', headers: { 'Content-Length': String(length) }, body, duplex: 'half' });

it('keeps no room for a body that it has given up', async () => {
  const bodies = new LimitedBodies({ maxRequestBytes: 100, maxHeldBytes: 100, slowMs: 10 });
  const first = await bodies.read(post(new ReadableStream(), 100));
  const second = await bodies.read(post('{}', 2));
  expect({ first, hasRoom: second !== 'tooMany' }).toEqual({ first: 'tooSlow', hasRoom: true });
});
