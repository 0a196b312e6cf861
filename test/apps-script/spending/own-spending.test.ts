import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

/** What a user may spend on enrichments, in that user's own properties. */

useUnconnectedSpreadsheet();

beforeEach(() => {
  for (const user of ['owner', 'editor'] as const) world.state.userProperties[user].clear();
});

type As = { readonly as: 'owner' | 'editor' };
const OWNER: As = { as: 'owner' };
const replace = (run: string, was: string, becomes: string, as = OWNER): unknown =>
  (world.callRpc('bulkOwnReplace', [run, was, becomes], as) as { readonly value?: unknown; readonly code?: string })
    .value;
const load = (run: string, as = OWNER): unknown =>
  (world.callRpc('bulkOwn', [run], as) as { readonly value: unknown }).value;

it('is changed only where it holds what it was to hold', () => {
  expect(replace('run1', '', 'a')).toBe(true);
  expect(replace('run1', '', 'b')).toBe(false);
  expect(replace('run1', 'a', 'b')).toBe(true);
  expect(load('run1')).toBe('b');
  expect(replace('run1', 'b', '')).toBe(true);
  expect([load('run1'), world.state.userProperties.owner.names()]).toEqual(['', []]);
});

it('belongs to the user who asks, and to no one else', () => {
  replace('run1', '', 'a');
  expect(load('run1', { as: 'editor' })).toBe('');
  expect(replace('run1', 'a', 'forged', { as: 'editor' })).toBe(false);
  expect(load('run1')).toBe('a');
});

it('is kept in parts where it is longer than one property, and shorter again later', () => {
  const long = 'x'.repeat(20_000);
  expect(replace('run1', '', long)).toBe(true);
  expect(load('run1')).toBe(long);
  expect(replace('run1', long, 'y')).toBe(true);
  expect([load('run1'), world.state.userProperties.owner.names()]).toEqual(['y', ['TRACE_SPENDING_run1_0']]);
});

it('is kept of twenty runs, of which the oldest makes way', () => {
  for (let run = 0; run < 21; run += 1) replace(`run${run}`, '', 'x'.repeat(9_000));
  expect([load('run0'), load('run1') !== '', load('run20') !== '']).toEqual(['', true, true]);
  expect(world.state.userProperties.owner.names().length).toBe(40);
});

it.each([
  ['no name', ['', '', 'a']],
  ['a name of something else', ['../TRACE_API_KEY', '', 'a']],
  ['a text that no property holds', ['run1', '', 'é']],
  ['a text too long', ['run1', '', 'x'.repeat(27_000)]],
  ['no text', ['run1', null, 'a']],
])('%s is refused', (_name, args) => {
  expect(world.callRpc('bulkOwnReplace', args)).toMatchObject({ ok: false, code: 'actionMalformed' });
  expect(world.state.userProperties.owner.names()).toEqual([]);
});

it('does not wait forever: while another page of this user changes it, nothing was done', () => {
  world.state.locks.take('User', 'another page');
  const answer = world.callRpc('bulkOwnReplace', ['run1', '', 'a']);
  world.state.locks.releaseAll('another page');
  expect(answer).toMatchObject({ ok: false, code: 'fileBusy' });
  expect(load('run1')).toBe('');
});
