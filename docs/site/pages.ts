import type { FunctionSpec } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { answerExample } from './answer-example';
import { toFunctionPage } from './function-page';
import { toGuidePage } from './guide-page';
import { readGuides } from './guides';
import { toIndexPage } from './index-page';
import { toProblemPage } from './problem-page';
import { PROBLEM_GROUPS } from './problems/index';

/** Every page, by its name below `docs/`. The same sources give the same pages on any day. */
export async function makePages(): Promise<ReadonlyMap<string, string>> {
  const guides = await readGuides();
  const families = groupByFamily(FUNCTIONS);
  const pages = new Map([['index.html', toIndexPage({ families, problems: PROBLEM_GROUPS, guides })]]);
  for (const spec of FUNCTIONS) {
    const tables = await Promise.all(spec.examples.map((example) => answerExample(spec.id, example)));
    pages.set(`functions/${spec.id}.html`, toFunctionPage(spec, tables, families.get(spec.family) ?? []));
  }
  for (const group of PROBLEM_GROUPS) {
    for (const problem of group.problems) pages.set(`problems/${problem.code}.html`, toProblemPage(problem, group));
  }
  for (const guide of guides) pages.set(`guides/${guide.name}.html`, toGuidePage(guide));
  return pages;
}

function groupByFamily(specs: readonly FunctionSpec[]): ReadonlyMap<string, readonly FunctionSpec[]> {
  const families = new Map<string, FunctionSpec[]>();
  for (const spec of specs) families.set(spec.family, [...(families.get(spec.family) ?? []), spec]);
  return families;
}
