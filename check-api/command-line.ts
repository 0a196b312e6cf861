import { parseArgs } from 'node:util';
import { hasApiKey } from '../shared/api';

/** The options of the command line. */
export interface CommandLine {
  readonly company: string;
  readonly isYes: boolean;
  readonly withWrites: boolean;
  readonly shareWith: string | null;
  readonly enrichmentCredits: number;
  readonly jsonFile: string | null;
}

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const MOST_CREDITS = 10_000;
const USAGE =
  'npm run check:api -- [--company stripe.com] [--yes] [--with-writes] [--share-with ADDRESS] [--enrichment-credits 100] [--json FILE]';

/** Parses the command line, or returns the sentence that says what is wrong with it. */
export function readCommandLine(args: readonly string[]): CommandLine | { readonly sentence: string } {
  if (args.some(hasApiKey)) return { sentence: 'The key goes into TRACE_API_KEY, never onto the command line.' };
  const values = parse(args);
  if (values === null) return { sentence: `Not understood. Use: ${USAGE}` };
  const company = (values.company ?? 'stripe.com').toLowerCase();
  if (!DOMAIN.test(company)) return { sentence: '--company must be a domain such as stripe.com.' };
  const shareWith = values['share-with'] ?? null;
  if (shareWith !== null && !EMAIL.test(shareWith)) return { sentence: '--share-with must be an email address.' };
  if (shareWith !== null && values['with-writes'] !== true) {
    return { sentence: '--share-with shares the list that --with-writes makes: give both.' };
  }
  const credits = values['enrichment-credits'] ?? '100';
  const enrichmentCredits = Number(credits);
  if (!/^\d+$/.test(credits) || enrichmentCredits > MOST_CREDITS) {
    return { sentence: `--enrichment-credits must be a whole number from 0 to ${MOST_CREDITS}.` };
  }
  return {
    company,
    isYes: values.yes === true,
    withWrites: values['with-writes'] === true,
    shareWith,
    enrichmentCredits,
    jsonFile: values.json ?? null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        company: { type: 'string' },
        yes: { type: 'boolean' },
        'with-writes': { type: 'boolean' },
        'share-with': { type: 'string' },
        'enrichment-credits': { type: 'string' },
        json: { type: 'string' },
      },
    }).values;
  } catch {
    return null;
  }
}
