import { MAX_ROWS } from '../client/rows';
import { questionOf, type AskedName } from '../functions/name-verdict';
import { questionFor } from '../functions/partner-question';
import type { AnyRecord, LookupKind } from '../records/outcome';
import { PRACTICE_COMPANIES, PRACTICE_TECHNOLOGIES } from './companies';
import { domainOf, toCompanyRecord, toPartnerRows, toPartners, toTechnologyRow } from './records';
import { PRACTICE_SHEET, type PracticeSheet } from './sheet';

/** What a person without a key tries Trace with. Plain JSON: some hosts keep it in a file of its own. */
export interface Practice {
  readonly answers: readonly PracticeAnswer[];
  readonly sheet: PracticeSheet;
}

type PracticeAnswer = readonly [kind: LookupKind, identifier: string, record: AnyRecord];

/** Lengths of lists of partners that have an answer: the usual values of `top=`, and all of them with their types. */
const TOPS = [1, 2, 3, 5, 10, MAX_ROWS];
const USUAL = { given: new Map<string, string>(), sort: null };

export function makePractice(): Practice {
  const ofCompanies = PRACTICE_COMPANIES.flatMap((company): readonly PracticeAnswer[] => {
    const domain = domainOf(company.slug);
    return [
      ['company', domain, toCompanyRecord(company)],
      ['partners', domain, toPartners(company)],
      ...TOPS.map((top): PracticeAnswer => ['rows', questionFor(domain, top, USUAL), toPartnerRows(company, top)]),
    ];
  });
  const ofTechnologies = [...PRACTICE_TECHNOLOGIES].flatMap(([name, [category, vendor]]) =>
    [ofName({ kind: 'technology', text: name }, name), ofName({ kind: 'category', text: category }, name)].concat([
      ofName({ kind: 'vendor', text: vendor }, name),
    ]),
  );
  return { answers: [...ofCompanies, ...ofTechnologies], sheet: PRACTICE_SHEET };
}

/** That the catalogue has a name. */
function ofName(name: AskedName, technology: string): PracticeAnswer {
  const rows = [toTechnologyRow(technology)];
  return ['rows', questionOf(name), { rows, isList: true, total: 1, isCut: false, isPartial: false, about: {} }];
}
