import { totalCredits, type PlannedCall } from '../plan';

/** Lists every call that will be made, with what it may cost, and every call that will not. */
export function planText(plan: readonly PlannedCall[], origin: string): string {
  const made = plan.filter(({ skipped }) => skipped === null);
  const skipped = plan.filter((planned) => planned.skipped !== null);
  return [
    `One call each to ${origin}, at most these credits:`,
    '',
    ...made.map(({ call: { operation, changes }, credits }) => {
      const note = changes === true ? '  changes something' : '';
      return `${String(credits).padStart(5)}  ${operation.method.padEnd(6)} /v1${operation.path}${note}`;
    }),
    `${String(totalCredits(plan)).padStart(5)}  in all`,
    '',
    'Companies paid for within the last 30 days cost nothing. A service that does not keep to limit=1 may charge more.',
    ...(skipped.length === 0 ? [] : ['', 'Not checked:']),
    ...skipped.map((planned) => `       ${planned.call.operation.name}: ${planned.skipped}`),
    '',
  ].join('\n');
}
