import type { FieldAnswer } from '../cells/answers';
import { readTechnologies } from '../client/resources/companies';
import { answerInputs } from './answer-inputs';
import type { FunctionBody } from './body';
import { showInputs } from './show-inputs';

/** Where the answer has no list of technologies, nothing is known: blank, never FALSE. */
export const hasTech: FunctionBody = function* (received) {
  const { names } = received;
  const wanted = names.map((name) => name.toLowerCase());
  const rows = yield* answerInputs(received, 'company', (company) => {
    const technologies = readTechnologies(company);
    const known = new Set(technologies?.flatMap(({ name, slug }) => [name.toLowerCase(), slug?.toLowerCase()]));
    return wanted.map((name): FieldAnswer => ({ is: 'one', cell: technologies === null ? '' : known.has(name) }));
  });
  return yield* showInputs(received, rows, names);
};
