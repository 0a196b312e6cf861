import { thaw, toAgree, toCalculated, toThawedText, toThawText } from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import type { ThawTerms } from '../../shared/ports';
import { makeCellReader, READS_FOR_MS } from '../cell-reader';
import { isYes } from '../is-yes';
import { priceThaw } from '../spending-messages';
import { withHost } from './freeze-cells';
import type { FreezeHost } from './freeze-host';

const FOREIGN =
  'Someone else froze formulas in this file, or changed the hidden sheet that keeps them. Thawing replaces values with these formulas, which call only Trace.';

/**
 * Puts frozen formulas back where that is clear, and asks first where that may cost something, or where somebody else says
 * what it puts where. The answer is good for what was read for the question, and nothing else. Returns what it did, in
 * words; `null`: the person did not want it.
 */
export function askAndThaw(): string | null {
  let agreed: ThawTerms | null = null;
  for (;;) {
    const done: string | ThawTerms = withHost((host) => thawCells(host, agreed));
    if (typeof done === 'string') return done;
    const question = `${toThawText(done, FOREIGN, agreed !== null)}\nThaw now?`;
    if (!isYes('Thaw frozen formulas', question)) return null;
    agreed = done;
  }
}

function thawCells(host: FreezeHost, agreed: ThawTerms | null): string | ThawTerms {
  const done = runSync(thaw<ThawTerms>(), {
    ...host.ports,
    toAgree({ restore, sheets }) {
      const read = makeCellReader(SpreadsheetApp.getActiveSheet(), [], Date.now() + READS_FOR_MS);
      const price = priceThaw(() => toCalculated(restore, sheets, (name) => read({ name })));
      return toAgree(restore, host.hasForeign, price, agreed);
    },
  });
  return 'thawed' in done ? toThawedText(done) : done;
}
