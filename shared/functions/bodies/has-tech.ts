import type { FieldAnswer } from '../../cells/answers';
import { PREVIEW } from '../../cells/table';
import type { Cell } from '../../cells/values';
import { readTechnologies, type CompanyRecord } from '../../client/resources/companies';
import { TraceError } from '../../errors/trace-error';
import { type InputOutcomes, lookUpInputs, showInputs, toAnsweredRows } from '../answer-inputs';
import type { FunctionBody } from '../arguments';
import { checkNames, questionsOf } from '../names/check-names';
import { toUnchecked, toUnknown, type AskedName, type NameVerdict } from '../names/name-verdict';
import { withoutPassing } from './passing-rows';
import { ShownTechnologies } from '../names/shown-technologies';
import { problemOfName } from '../names/typed-names';

/** A requested technology, and what to show if an answer does not name it. */
interface Wanted {
  readonly name: string;
  readonly otherwise: Cell;
}

/**
 * Without a list of technologies nothing is known, so the cell is blank, never FALSE. A name that Trace does not know
 * is not FALSE either: names that no answer shows are checked in the catalogue.
 */
export const hasTech: FunctionBody = function* (received) {
  const { names } = received;
  const problems = names.map((name) => problemOfName(name, 'technologies', '"Stripe"'));
  const [problem] = problems;
  if (problem instanceof TraceError && !problems.includes(null)) throw problem;
  const asked = distinct(names.filter((_name, index) => problems[index] === null));
  const outcomes = yield* lookUpInputs(received, 'company', undefined, questionsOf(asked));
  const shown = new ShownTechnologies(outcomes);
  const open = asked.filter((name) => !shown.isEmpty && !shown.isShown(name) && !wasTrue(name, names, outcomes));
  const { verdicts, kept } = yield* checkNames(open, (kind) => shown.names(kind));
  const otherwise = new Map(open.map((name, index) => [name.text.toLowerCase(), toCell(name, verdicts[index]!)]));
  const wanted = names.map((name, index): Wanted => ({
    name,
    otherwise: problems[index] ?? otherwise.get(name.toLowerCase()) ?? false,
  }));
  const rows = toAnsweredRows(received, outcomes, (company) => toFields(company, wanted));
  return yield* showInputs(received, withoutPassing(rows), names, kept);
};

function distinct(names: readonly string[]): readonly AskedName[] {
  const byName = new Map([...names].reverse().map((text) => [text.toLowerCase(), text]));
  return [...byName.values()].reverse().map((text) => ({ kind: 'technology', text }));
}

/** Whether a saved row says TRUE. */
function wasTrue({ text }: AskedName, names: readonly string[], outcomes: InputOutcomes<'company'>): boolean {
  const column = names.findIndex((name) => name.toLowerCase() === text.toLowerCase());
  return [...outcomes.values()].some((outcome) => outcome.is === 'shown' && outcome.lines[0]?.[column] === true);
}

function toCell(name: AskedName, verdict: NameVerdict): Cell {
  switch (verdict.is) {
    case 'known':
    case 'notTold':
      return false;
    case 'unknown':
      return toUnknown(name, verdict.nearest);
    case 'unchecked':
      return toUnchecked(name, verdict.error);
    case 'notAsked':
      return PREVIEW;
  }
}

function toFields(company: CompanyRecord, wanted: readonly Wanted[]): readonly FieldAnswer[] {
  const used = namesUsed(company);
  return wanted.map(({ name, otherwise }): FieldAnswer => ({ is: 'one', cell: toUsedCell(used, name, otherwise) }));
}

/** Names and slugs of a company's technologies, in lower case; `null`: the answer has no such list. */
export function namesUsed(company: CompanyRecord): ReadonlySet<string | undefined> | null {
  const technologies = readTechnologies(company);
  if (technologies === null) return null;
  return new Set(technologies.flatMap(({ name, slug }) => [name.toLowerCase(), slug?.toLowerCase()]));
}

/** @param otherwise shown if the list does not name it: FALSE, unless the name itself is unknown */
export function toUsedCell(used: ReturnType<typeof namesUsed>, name: string, otherwise: Cell = false): Cell {
  if (used?.has(name.toLowerCase()) === true) return true;
  return used === null && otherwise === false ? '' : otherwise;
}
