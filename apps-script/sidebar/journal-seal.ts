import type { JournalSeal } from '../../shared/ports';
import { hmacMark } from '../../shared/panel';
import type { BulkMessages } from '../bulk-messages';
import type { Call } from './call';

type Seal = BulkMessages['bulkSeal']['value'];

/**
 * The page signs what the script keeps. The script has the user's secret and derives one for this spreadsheet only.
 * What was signed last goes to the script with the journal itself: see `RunPort`.
 */
export function makeJournalSeal(call: Call): JournalSeal {
  let known: Promise<Seal> | null = null;
  const read = (): Promise<Seal> => {
    known ??= call('bulkSeal');
    // Asked again next time.
    known.catch(() => (known = null));
    return known;
  };
  return {
    mark: async (text) => hmacMark((await read()).secret, text),
    async newest(run) {
      // Another panel of the user may have continued meanwhile.
      known = null;
      const { newest } = await read();
      return newest?.[0] === run ? newest[1] : null;
    },
    keep: async () => undefined,
  };
}
