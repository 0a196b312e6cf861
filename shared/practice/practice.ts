import { MAX_ROWS } from '../client/rows';
import { questionOf, type AskedName } from '../functions/names/name-verdict';
import { questionFor } from '../functions/bodies/partner-question';
import { PRACTICE_COMPANIES, PRACTICE_TECHNOLOGIES } from './companies';
import type { PracticeAnswer } from './practice-answer';
import { domainOf, toCompanyRecord, toPartnerRows, toPartners, toTechnologyRow } from './records';
import { SELF_TEST_ANSWERS } from './self-test-answers';
import { SELF_TEST_CHECKS, type SelfTestCheck } from './self-test-checks';
import { toSelfTestSheet, type ProblemsAre } from './self-test-sheet';
import { PRACTICE_SHEET, type PracticeSheet } from './sheet';

/** What a user without a key tries Trace with. Plain JSON, because some hosts keep it in a separate file. */
export interface Practice {
  /** Answers about sample companies. */
  readonly companies: readonly PracticeAnswer[];
  /** Answers that say that the catalogue has their technologies, categories and vendors. */
  readonly names: readonly PracticeAnswer[];
  readonly sheet: PracticeSheet;
  /** Formulas with the results they must show, and the answers they need besides sample companies. */
  readonly selfTest: { readonly answers: readonly PracticeAnswer[]; readonly sheet: PracticeSheet };
}

/** Lengths of partner lists that have an answer: the usual values of `top=`, and all partners with their types. */
const TOPS = [1, 2, 3, 5, 10, MAX_ROWS];
const USUAL = { given: new Map<string, string>(), sort: null };

/**
 * Makes sample companies, the sheet to try them in, and the formulas of the self-test.
 *
 * @param problemsAre how the host shows a problem: `texts` in the cell, or `errors`
 * @param ofHost the checks of this host alone
 */
export function makePractice(problemsAre: ProblemsAre, ofHost: readonly SelfTestCheck[] = []): Practice {
  const companies = PRACTICE_COMPANIES.flatMap((company): readonly PracticeAnswer[] => {
    const domain = domainOf(company.slug);
    return [
      ['company', domain, toCompanyRecord(company)],
      ['partners', domain, toPartners(company)],
      ...TOPS.map((top): PracticeAnswer => ['rows', questionFor(domain, top, USUAL), toPartnerRows(company, top)]),
    ];
  });
  const names = [...PRACTICE_TECHNOLOGIES].flatMap(([name, [category, vendor]]) =>
    [ofName({ kind: 'technology', text: name }, name), ofName({ kind: 'category', text: category }, name)].concat([
      ofName({ kind: 'vendor', text: vendor }, name),
    ]),
  );
  const selfTest = {
    answers: SELF_TEST_ANSWERS,
    sheet: toSelfTestSheet(problemsAre, [...SELF_TEST_CHECKS, ...ofHost]),
  };
  return { companies, names, sheet: PRACTICE_SHEET, selfTest };
}

/** The answer that the catalogue has a name. */
function ofName(name: AskedName, technology: string): PracticeAnswer {
  const rows = [toTechnologyRow(technology)];
  return ['rows', questionOf(name), { rows, isList: true, total: 1, isCut: false, isPartial: false, about: {} }];
}
