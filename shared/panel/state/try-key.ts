import type { KeyVerdict } from '../../client/key';
import { toVerdictText, type KeyEvent } from './key-state';
import type { AccountChoice, Ask, PanelAnswer } from '../protocol';

/** Longer than Trace takes when it answers at all; the user is watching the page. */
const VERDICT_WITHIN_MS = 25_000;

/** Sets a key that works, or that the service cannot be asked about now. A refused key is stored nowhere. */
export async function saveKey(ask: Ask, pasted: string, account: AccountChoice): Promise<KeyEvent> {
  const tried = await inTime(ask('tryKey', pasted));
  if (tried.ok && tried.value.is === 'refused') {
    return { is: 'saved', answer: { ok: false, sentence: toVerdictText(tried.value) }, doubt: null };
  }
  const doubt = !tried.ok ? tried.sentence : tried.value.is === 'untested' ? toVerdictText(tried.value) : null;
  const standing = doubt === null ? 'works' : 'untested';
  return { is: 'saved', answer: await ask('setKey', pasted, account, standing), doubt };
}

/** Asks about the current key, and then which one that is: another window may have set another one. */
export async function testKey(ask: Ask): Promise<KeyEvent> {
  const answer = await inTime(ask('testKey'));
  return { is: 'tested', answer, status: await ask('keyStatus') };
}

/** A question without an answer ends with a sentence. */
function inTime(asked: Promise<PanelAnswer<KeyVerdict>>): Promise<PanelAnswer<KeyVerdict>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<PanelAnswer<KeyVerdict>>((resolve) => {
    const why = { code: 'timedOut', facts: {} } as const;
    timer = setTimeout(() => resolve({ ok: true, value: { is: 'untested', why } }), VERDICT_WITHIN_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
