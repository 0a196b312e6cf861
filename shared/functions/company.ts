import { toTable } from '../cells/table';
import { answerInputs } from './answer-inputs';
import type { FunctionBody } from './body';
import { readCompanyField } from './company-field';

export const company: FunctionBody = function* ({ inputs, fields, options }) {
  const rows = yield* answerInputs(inputs, 'company', options, (record, asOfMs) =>
    fields.map((field) => readCompanyField(record, field, asOfMs)),
  );
  return toTable(rows, fields, options, inputs.isRange);
};
