import { withActions } from '../../../apps-script/sidebar/act-in-page';
import type { Ask, PanelAnswer } from '../../../shared/ports';

const ACCOUNT = { ok: true, value: { id: 'a', keyId: 'k', keyClass: 'user', readsLists: true } } as const;
const NOT_RUN = {
  ok: false,
  sentence: 'Google did not run this. Retry. If you use several Google accounts, sign in to only one.',
  code: 'scriptNotRun',
  facts: {},
} as const;

/** What the panel says of an action, where the script answers so. */
function indexLists(answers: Readonly<Record<string, unknown>>): Promise<PanelAnswer<unknown>> {
  const ask = ((message: string) => Promise.resolve(answers[message])) as unknown as Ask;
  return withActions(ask)('act', 'indexLists', {});
}

it('if Google does not run the script, no key is said to be missing', async () => {
  expect(await indexLists({ account: NOT_RUN })).toEqual(NOT_RUN);
});

it('what the script says without a code is said as it comes', async () => {
  const account = { ok: false, sentence: 'Something went wrong.' };
  expect(await indexLists({ account })).toEqual({
    ...account,
    code: 'scriptFailed',
    facts: { said: 'Something went wrong.' },
  });
});

it('if Google stays busy, that is said, and not that Trace could not be reached', async () => {
  const exchange = {
    ok: false,
    sentence: 'Google is busy with the formulas of this file. Retry when they are done.',
    code: 'scriptBusy',
    facts: {},
  };
  expect(await indexLists({ account: ACCOUNT, exchange })).toEqual(exchange);
});

it('what the script refuses is said, and not that Trace could not be reached', async () => {
  const sentence =
    'Trace needs every permission that Google asks for. Choose Extensions > Trace > Open Trace, then select them all.';
  const exchange = { ok: false, sentence: 'as a cell says it', code: 'consentMissing', facts: {} };
  expect(await indexLists({ account: ACCOUNT, exchange })).toEqual({
    ok: false,
    sentence,
    code: 'consentMissing',
    facts: {},
  });
});

it.each([
  ['Google did not run', NOT_RUN],
  ['Google did not answer in time', { ok: false, sentence: 'As it was.', code: 'scriptSilent', facts: {} }],
  ['the script failed on the way', { ok: false, sentence: 'Something went wrong.' }],
])('a request that %s may have been sent, and is sent again', async (_, failure) => {
  let sent = 0;
  const ask = ((message: string) => {
    if (message === 'account') return Promise.resolve(ACCOUNT);
    sent += 1;
    const response = { status: 200, retryAfter: null, text: '{"results":[]}' };
    return Promise.resolve(sent === 1 ? failure : { ok: true, value: [{ ok: true, response }] });
  }) as unknown as Ask;
  const answer = await withActions(ask)('act', 'indexLists', {});
  expect({ ok: answer.ok, sent }).toEqual({ ok: true, sent: 2 });
});
