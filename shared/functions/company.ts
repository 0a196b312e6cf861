import { answerInputs } from './answer-inputs';
import type { FunctionBody } from './body';
import { readCompanyField } from './company-field';
import { showInputs } from './show-inputs';

export const company: FunctionBody = function* (received) {
  const { fields } = received;
  const rows = yield* answerInputs(received, 'company', (record, asOfMs) =>
    fields.map((field) => readCompanyField(record, field, asOfMs)),
  );
  return yield* showInputs(received, rows, fields);
};
