import { toRequest, type Operation } from '../../shared/api';
import { askOneRow, oneCredit, type Call } from './call';

/** The parameters of paths that take a domain. */
const DOMAINS: readonly string[] = ['identifier', 'partner'];

/** The call of an operation that needs nothing but a company: one row of what it lists. */
export function plainCall(operation: Operation): Call {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const isPlain = operation.method === 'GET' && names.every((name) => DOMAINS.includes(name));
  return {
    operation,
    credits: oneCredit,
    skip: () => (isPlain ? null : 'check-api/calls has no call for it'),
    ask: (_known, { company }) =>
      askOneRow(toRequest(operation, { parameters: Object.fromEntries(names.map((name) => [name, company])) })),
  };
}
