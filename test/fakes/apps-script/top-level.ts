import { parse, type Comment, type Program } from 'acorn';
import { keptText } from '../kept-text';

/** A function that Google finds in a script: declared at the top level. */
interface TopLevelFunction {
  readonly name: string;
  readonly params: readonly string[];
  /** The comment right above it, or `""`. */
  readonly comment: string;
}

/** In characters. */
const LONG = 100_000;

/** A script is pushed once and run by many tests of a file. */
const foundIn = new Map<string, readonly TopLevelFunction[]>();

/**
 * Finds functions as Google does; a function assigned to a global does not count. Throws if the script does not
 * parse.
 */
export function findTopLevelFunctions(code: string): readonly TopLevelFunction[] {
  const found = foundIn.get(code) ?? readKept(code);
  foundIn.set(code, found);
  return found;
}

/** Parsing a script takes longer than most test files. Scripts of invented add-ons are short. */
function readKept(code: string): readonly TopLevelFunction[] {
  if (code.length < LONG) return readTopLevelFunctions(code);
  const text = keptText('functions', code, () => JSON.stringify(readTopLevelFunctions(code)));
  return JSON.parse(text) as readonly TopLevelFunction[];
}

function readTopLevelFunctions(code: string): readonly TopLevelFunction[] {
  const comments: Comment[] = [];
  return parseScript(code, comments).body.flatMap((statement) => {
    if (statement.type !== 'FunctionDeclaration') return [];
    const above = comments.find(({ end }) => end <= statement.start && code.slice(end, statement.start).trim() === '');
    const params = statement.params.map((param) => (param.type === 'Identifier' ? param.name : '?'));
    return [{ name: statement.id.name, params, comment: above?.value ?? '' }];
  });
}

/** Apps Script's V8 supports `es2020`, except some class fields; it has no modules. */
export function parseScript(code: string, comments: Comment[] = []): Program {
  return parse(code, { ecmaVersion: 2020, sourceType: 'script', onComment: comments });
}
