import { isSealed } from '../shared/formulas';
import { ensureSealKey, KEY_STORE } from './account';
import { isOwnMistake } from './own-mistake';
import { sealFor, type Seal, type Sealed } from './seal';

/**
 * Texts in a file that have to be told from what somebody else has written there: JSON of an object, with the mark of the
 * user who wrote it at its end.
 */

const MARK = /,"mark":"([\w=-]+)"\}$/;
export const MARK_BYTES = 60;

/** The text with the user's mark; without one where Google refuses to keep a secret, as if it were somebody else's. */
export function toOwnText(what: Sealed, text: string): string {
  return ownTexts(what)(text);
}

/** The same for many texts: the user's secret is read once, since Google counts reads. */
function ownTexts(what: Sealed): (text: string) => string {
  try {
    ensureSealKey(true);
    const seal = readSeal();
    return (text) => {
      const mark = seal(what, text);
      return mark === '' ? text : `${text.slice(0, -1)},"mark":"${mark}"}`;
    };
  } catch (thrown) {
    if (isOwnMistake(thrown)) throw thrown;
    return (text) => text;
  }
}

/** Tells the texts that this user has written, and nobody has changed since. */
export function readOwn(what: Sealed): (text: string) => boolean {
  const seal = readSeal();
  return (text) => isSealed(MARK.exec(text)?.[1], what, withoutMark(text), seal);
}

function withoutMark(text: string): string {
  return text.replace(MARK, '}');
}

/** A user without a key has formulas to lose, too. */
function readSeal(): Seal {
  const { accountId = '', sealKey = '' } = KEY_STORE.read() as Readonly<Record<string, string | undefined>>;
  return sealFor({ id: accountId, sealKey });
}
