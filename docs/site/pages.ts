import type { FunctionSpec } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { loadPublisher } from '../../stores/publisher';
import { answerExample } from './answer-example';
import { CONTACTS, writeContacts } from './contacts';
import { DEVELOPERS, SYMPTOMS } from './contents';
import { toDevelopersPage } from './developers-page';
import { toFunctionPage } from './function-page';
import { toFunctionsPage } from './functions-page';
import { toGuidePage } from './guide-page';
import { type Guide, readGuideFiles, toGuide } from './guides';
import { toIndexPage } from './index-page';
import { toProblemPage } from './problem-page';
import { toProblemsPage } from './problems-page';
import { PROBLEM_GROUPS } from './problems';
import { answerSheets } from './sheets/sheet-blocks';
import { toSymptomPage } from './symptom-page';

/** Every page, by its name below `docs/`. The same sources give the same pages on any day. */
export async function makePages(): Promise<ReadonlyMap<string, string>> {
  const guides = await makeGuides();
  const families = groupByFamily(FUNCTIONS);
  const listed = (files: readonly string[]): Guide[] => [...guides.values()].filter(({ file }) => files.includes(file));
  const pages = new Map([
    ['index.html', toIndexPage({ functions: FUNCTIONS, guides })],
    ['functions.html', toFunctionsPage(families)],
    ['problems.html', toProblemsPage(listed(SYMPTOMS.pages))],
    ['developers.html', toDevelopersPage(listed(DEVELOPERS.pages))],
  ]);
  for (const spec of FUNCTIONS) {
    const tables = await Promise.all(spec.examples.map((example) => answerExample(spec.id, example)));
    pages.set(`functions/${spec.id}.html`, toFunctionPage(spec, tables, families.get(spec.family) ?? []));
  }
  for (const group of PROBLEM_GROUPS) {
    for (const problem of group.problems) pages.set(`problems/${problem.code}.html`, toProblemPage(problem, group));
  }
  for (const guide of guides.values()) {
    pages.set(guide.page, SYMPTOMS.pages.includes(guide.file) ? toSymptomPage(guide) : toGuidePage(guide));
  }
  return pages;
}

async function makeGuides(): Promise<ReadonlyMap<string, Guide>> {
  const guides = new Map<string, Guide>();
  for (const [file, written] of await readGuideFiles()) {
    // A release may have other addresses than the project.
    const contacts = CONTACTS[`docs/${file}.md`];
    const markdown = contacts === undefined ? written : writeContacts(written, contacts, loadPublisher());
    guides.set(file, toGuide(file, markdown, await answerSheets(markdown)));
  }
  return guides;
}

function groupByFamily(specs: readonly FunctionSpec[]): ReadonlyMap<string, readonly FunctionSpec[]> {
  const families = new Map<string, FunctionSpec[]>();
  for (const spec of specs) families.set(spec.family, [...(families.get(spec.family) ?? []), spec]);
  return families;
}
