import { startStubServer } from '../../fakes/apps-script/threads/stub-server';
import type { FormulaOutcome } from '../../fakes/apps-script/world';
import type { User } from '../../fakes/apps-script/user';
import { openWorld } from '../open-world';
import { useSpreadsheets, world } from '../spreadsheet';

useSpreadsheets({ key: null });

/** What a sidebar that is opened now is told. */
function standing(as: User = 'owner'): unknown {
  const answer = world.callRpc('keyStatus', [], { as }) as { readonly value?: { readonly standing?: unknown } };
  return answer.value?.standing;
}
const setKey = (key: string, said?: string): unknown => world.callRpc('setKey', [key, 'anotherAccount', said]);
const ask = (domain: string, as: User = 'owner'): FormulaOutcome =>
  world.typeFormula('TRACE_COMPANY', [domain, 'name'], { as });
const writes = ({ calls }: FormulaOutcome): readonly string[] =>
  calls.filter((call) => /^UserProperties\.(set|delete)/.test(call));

describe('a key', () => {
  it.each([
    ['works', 'works'],
    ['untested', 'untested'],
    ['refused', 'untested'],
    [undefined, 'untested'],
  ])('that is saved as %p is %s when the sidebar is opened again', (said, is) => {
    setKey('trace_demo', said);
    expect(standing()).toBe(is);
  });

  it('that a test finds refused stays refused', () => {
    setKey('trace_revoked_123', 'works');
    world.callRpc('testKey');
    expect(standing()).toBe('refused');
  });

  it('that a test finds refused by its person stays refused', async () => {
    const server = await startStubServer({ status: 403, body: '{"error":"email_unverified","message":"No."}' });
    const stubbed = await openWorld(server.origin);
    stubbed.callRpc('setKey', ['trace_demo', 'anotherAccount', 'works']);
    stubbed.callRpc('testKey');
    expect(stubbed.callRpc('keyStatus')).toMatchObject({ value: { standing: 'refused' } });
    await Promise.all([stubbed.stop(), server.stop()]);
  });

  it('that a test finds well works from then on', () => {
    setKey('trace_demo', 'untested');
    world.callRpc('testKey');
    expect(standing()).toBe('works');
  });

  it('of which a test tells nothing is what it was', () => {
    setKey('trace_revoked_123', 'works');
    world.callRpc('testKey');
    world.state.network.unreachable.add('https://api.tracedata.ai');
    world.callRpc('testKey');
    expect(standing()).toBe('refused');
  });

  it('that replaces a refused one has nothing of it', () => {
    setKey('trace_revoked_123', 'works');
    world.callRpc('testKey');
    world.callRpc('setKey', ['trace_demo', 'sameAccount', 'works']);
    expect(standing()).toBe('works');
  });

  it('that another window sets during a test has nothing of what the test finds', () => {
    setKey('trace_revoked_123', 'works');
    let isReplaced = false;
    world.state.meanwhile = (calls) => {
      if (isReplaced || calls.at(-1) !== 'UrlFetchApp.fetch') return;
      isReplaced = true;
      setKey('trace_demo', 'works');
    };
    world.callRpc('testKey');
    expect({ isReplaced, standing: standing() }).toEqual({ isReplaced: true, standing: 'works' });
  });

  it('that is only tried tells nothing of the one that is set', () => {
    setKey('trace_demo', 'works');
    world.callRpc('tryKey', ['trace_revoked_123']);
    expect(standing()).toBe('works');
  });

  it('that is forgotten leaves nothing but what its owner chose for the file', () => {
    setKey('trace_revoked_123', 'works');
    world.callRpc('testKey');
    world.callRpc('forgetKey');
    expect(Object.keys(world.state.userProperties.owner.read())).toEqual(['TRACE_FILE_spreadsheet-1']);
  });
});

describe('a formula', () => {
  it('whose key is refused notes it once, and no other writes anything', () => {
    setKey('trace_revoked_123', 'works');
    const outcomes = ['stripe.com', 'slack.com', 'github.com'].map((domain) => ask(domain));
    expect({ writes: outcomes.map(writes), standing: standing() }).toEqual({
      writes: [['UserProperties.setProperties'], [], []],
      standing: 'refused',
    });
  });

  it('that is answered notes once that an untested key works', () => {
    setKey('trace_demo', 'untested');
    const outcomes = ['stripe.com', 'slack.com', 'slack.com'].map((domain) => ask(domain));
    expect({ writes: outcomes.map(writes), standing: standing() }).toEqual({
      writes: [['UserProperties.setProperties'], [], []],
      standing: 'works',
    });
  });

  it('whose key works notes nothing', () => {
    setKey('trace_demo', 'works');
    expect(writes(ask('stripe.com'))).toEqual([]);
  });

  it('of an editor cannot store it for the owner, and still says what is wrong', () => {
    setKey('trace_revoked_123', 'works');
    expect({ cells: ask('stripe.com', 'editor').cells, standing: standing() }).toEqual({
      cells: [[expect.stringContaining('#TRACE: Trace refused the API key')]],
      standing: 'works',
    });
  });
});

it('a run finds the key refused, and notes it', () => {
  setKey('trace_revoked_123', 'works');
  const request = { operation: 'companies.show', method: 'GET', path: '/companies/stripe.com' };
  world.callRpc('exchange', [[request]]);
  expect(standing()).toBe('refused');
});
