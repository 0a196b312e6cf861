import { answerInputs, showInputs } from '../answer-inputs';
import type { FunctionBody } from '../body';
import { readCardField } from './card-cell';

export const company: FunctionBody = function* (received) {
  const { fields } = received;
  const rows = yield* answerInputs(received, 'company', (record, asOfMs) =>
    fields.map((field) => readCardField(received, record, field, asOfMs)),
  );
  return yield* showInputs(received, rows, fields);
};
