import { readFileSync } from 'node:fs';
import { type ErrorCode, TraceError } from '../../shared/formulas';
import { toAnchor } from './anchor';
import { PROBLEM_EXAMPLES } from './problem-examples';

/** A problem as a page shows it. */
export interface Problem {
  readonly code: ErrorCode;
  readonly title: string;
  /** When it happens, and then a list of steps, as Markdown. */
  readonly text: string;
  /** With example facts. */
  readonly error: TraceError;
}

/** A Markdown file of `docs/problems`, with a part for each of its problems. */
export interface ProblemGroup {
  /** The path below `docs/`, without `.md`. */
  readonly file: string;
  readonly title: string;
  readonly about: string;
  readonly problems: readonly Problem[];
}

/** In the order of the page that lists them. */
export const PROBLEM_GROUPS: readonly ProblemGroup[] = [
  'formula',
  'input',
  'key',
  'service',
  'spending',
  'panel',
  'host',
].map((name) => readGroup(`problems/${name}`));

const PAGES: ReadonlyMap<string, string> = new Map(
  PROBLEM_GROUPS.flatMap(({ file, problems }) =>
    problems.map(({ code, title }) => [`${file}.md#${toAnchor(title)}`, `problems/${code}.html`]),
  ),
);

/** The page of a problem on the site. @param target its file and heading, such as `problems/key.md#no-api-key-is-set` */
export function toProblemAddress(target: string): string {
  const page = PAGES.get(target);
  if (page === undefined) throw new Error(`there is no problem at docs/${target}`);
  return page;
}

function readGroup(file: string): ProblemGroup {
  const [head = '', ...parts] = readFileSync(`docs/${file}.md`, 'utf8').split(/^## /m);
  const [, title = '', about = ''] = /^# (.+)\n\n(.+)\n/.exec(head) ?? [];
  return { file, title, about, problems: parts.map((part) => readProblem(file, part)) };
}

function readProblem(file: string, part: string): Problem {
  const [, title = '', code = '', text = ''] = /^(.+)\n\n<!-- code: (\w+) -->\n\n([\s\S]+)$/.exec(part) ?? [];
  if (!isCode(code)) throw new Error(`docs/${file}.md has a part without an error code: ${part}`);
  return { code, title, text: text.trim(), error: toExample(code) };
}

function isCode(text: string): text is ErrorCode {
  return Object.hasOwn(PROBLEM_EXAMPLES, text);
}

function toExample<C extends ErrorCode>(code: C): TraceError {
  return new TraceError(code, PROBLEM_EXAMPLES[code][0]);
}
