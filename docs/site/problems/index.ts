import { type ErrorCode, TraceError } from '../../../shared/formulas';
import { FORMULA_PROBLEMS } from './formula';
import { HOST_PROBLEMS } from './host';
import { INPUT_PROBLEMS } from './input';
import { KEY_PROBLEMS } from './key';
import { NAME_PROBLEMS } from './names';
import { PANEL_PROBLEMS } from './panel';
import type { Problem, Problems } from './problem';
import { SERVICE_PROBLEMS } from './service';
import { SPENDING_PROBLEMS } from './spending';

/** Every problem. A new code does not compile until it has its texts. */
const PROBLEMS: { readonly [C in ErrorCode]: Problem<C> } = {
  ...FORMULA_PROBLEMS,
  ...NAME_PROBLEMS,
  ...INPUT_PROBLEMS,
  ...KEY_PROBLEMS,
  ...SERVICE_PROBLEMS,
  ...SPENDING_PROBLEMS,
  ...PANEL_PROBLEMS,
  ...HOST_PROBLEMS,
};

/** A problem as a page shows it. */
export interface ShownProblem {
  readonly code: ErrorCode;
  readonly title: string;
  readonly when: string;
  readonly next: readonly string[];
  /** With example facts. */
  readonly error: TraceError;
}

export interface ProblemGroup {
  readonly title: string;
  readonly about: string;
  readonly problems: readonly ShownProblem[];
}

export const PROBLEM_GROUPS: readonly ProblemGroup[] = [
  group('The formula', 'One cell shows it, and no credit is spent.', { ...FORMULA_PROBLEMS, ...NAME_PROBLEMS }),
  group('An input', 'Only its row shows it. The other rows have their answers.', INPUT_PROBLEMS),
  group('The API key', 'Set a working key, then choose Retry problems.', KEY_PROBLEMS),
  group('The service', 'Saved answers still show.', SERVICE_PROBLEMS),
  group('Spending', 'Nothing was sent, and nothing was charged.', SPENDING_PROBLEMS),
  group('The panel', 'The button did nothing.', PANEL_PROBLEMS),
  group('The spreadsheet', 'Limits of Google Sheets and Excel, and faults of the add-on.', HOST_PROBLEMS),
];

function group(title: string, about: string, problems: Problems): ProblemGroup {
  return { title, about, problems: (Object.keys(problems) as ErrorCode[]).map(toShown) };
}

function toShown<C extends ErrorCode>(code: C): ShownProblem {
  const { facts, ...texts } = PROBLEMS[code];
  return { code, ...texts, error: new TraceError(code, facts) };
}
