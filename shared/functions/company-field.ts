import { COMPANY_FIELDS } from '../catalogue/fields';
import type { FieldAnswer } from '../cells/answers';
import { readTechnologies, readTechnologyCount, type CompanyRecord } from '../client/resources/companies';
import { readRecordField } from './record-field';

/** One field of a company: a field of the catalogue, or else a dotted path into the API's answer. */
export function readCompanyField(company: CompanyRecord, field: string, asOfMs: number): FieldAnswer {
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
