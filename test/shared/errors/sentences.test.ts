import { saysThatItWaits, SENTENCES } from '../../../shared/errors/sentences';
import { TraceError } from '../../../shared/errors/trace-error';
import { traitsOf } from '../../../shared/errors/traits';

const FACTS = { credits: 3, limit: 500, requested: 1, missing: 1, waitSeconds: 1, status: 500, message: '', text: 'a' };
/** What a person's word may end: refusals of a limit, but for one that no word mends, and a turn that did not come. */
const WAITING = ['waitsForConsent', 'dailyLimitReached', 'notFetchedYet'];

it('a cell says that it waits where, and only where, a person can fetch it in the panel', () => {
  const codes = Object.keys(SENTENCES) as (keyof typeof SENTENCES)[];
  const said = codes.filter((code) => {
    const say = SENTENCES[code] as (facts: object) => string;
    try {
      return saysThatItWaits(`#TRACE: ${say({ ...FACTS, nearest: [], known: [] })}`);
    } catch {
      return false;
    }
  });
  expect(said.sort()).toEqual([...WAITING].sort());
});

it.each([
  '#TRACE: Waiting for approval: 1 credit. Press Fetch waiting in the Trace panel.',
  '#TRACE: Not fetched yet. Fetch it in the Trace panel.',
  '#TRACE: Not fetched yet. Fetch it in the Trace panel on a computer.',
])('a cell waits that says so as Trace says it, or once did: %s', (shown) => {
  expect(saysThatItWaits(shown)).toBe(true);
});

it('what waits for a person is remembered for its look-up', () => {
  const remembered = WAITING.slice(0, 2).map((code) => {
    const error = new TraceError(code as 'dailyLimitReached', { credits: 1, limit: 1 });
    return traitsOf(error).remembered?.of;
  });
  expect(remembered).toEqual(['lookup', 'lookup']);
});
