import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { namingOf } from '../../../shared/enrich/naming';
import type { EnrichHistory, HistoryRow } from '../enrich-history';

/** The companies of a history. Trace does not track the last one. */
export const COMPANIES = ['a1.example', 'b2.example', 'c3.example', 'd4.example', 'nobody.example'];
export const NOTE = 'Note';
export const DOMAIN = 'Domain';
const INDUSTRY = 'Industry';

export const toName = namingOf({ looksUp: 'company' });

/** The service's answer about a company. */
export function answerTo(name: string): string {
  return name === 'nobody.example' ? 'not tracked' : `industry of ${name}`;
}

export function inputOf({ company, isUrl }: HistoryRow): string {
  return isUrl ? `https://${COMPANIES[company]}/` : COMPANIES[company]!;
}

/** The sheet before anything is enriched. */
export function tableOf({ mode, rows }: EnrichHistory): readonly (readonly GridValue[])[] {
  const isNew = mode === 'new';
  const body = rows.map((each) => {
    const row = [`note ${each.note}`, inputOf(each)];
    return isNew ? row : [...row, ownValue(each)];
  });
  return [isNew ? [NOTE, DOMAIN] : [NOTE, DOMAIN, INDUSTRY], ...body];
}

export function ownValue({ own }: HistoryRow): string {
  return own === 0 ? '' : `own ${own}`;
}
