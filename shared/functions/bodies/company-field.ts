import { type AnswerReceipt, receiptCell, sourceOf } from '../answer-inputs';
import { COMPANY_FIELDS } from '../../catalogue/fields';
import type { FieldAnswer } from '../../cells/answers';
import { readText } from '../../client/json';
import { type CompanyRecord, readTechnologies, readTechnologyCount } from '../../client/resources/companies';
import { CHARGE_OF_COMPANY } from '../../credits/charges';
import { readRecordField } from './record-field';

export function receiptOf({ primary_domain: domain, slug }: CompanyRecord, asOfMs: number): AnswerReceipt {
  return { asOfMs, source: sourceOf(readText(domain), readText(slug)), credits: CHARGE_OF_COMPANY };
}

/** Reads one field of a company: a field of the catalogue, or else a dotted path into the API's answer. */
export function readCompanyField(company: CompanyRecord, field: string, asOfMs: number): FieldAnswer {
  const toReceiptCell = receiptCell(field);
  if (toReceiptCell !== undefined) return { is: 'one', cell: toReceiptCell(receiptOf(company, asOfMs)) };
  switch (field) {
    case 'technology_count':
      return { is: 'one', cell: readTechnologyCount(company) ?? '' };
    case 'technologies': {
      const names = readTechnologies(company)?.map(({ name }) => name) ?? null;
      return { is: 'many', cells: names === null ? null : [...names].sort() };
    }
    default:
      return readRecordField(company, field, COMPANY_FIELDS, asOfMs);
  }
}
