import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { DOORS } from './layers';

const read = (path: string): string => readFileSync(path, 'utf8');

it('each name that a door offers has a comment where it is declared', () => {
  const names = DOORS.flatMap((door) => passedOn(door, read(door)));
  expect(names.length).toBeGreaterThan(250);
  expect(
    names.filter(({ path, name }) => !isExplained(path, name)).map(({ path, name }) => `${path}: ${name}`),
  ).toEqual([]);
});

it('a function, type or constant without a comment is seen, and an overload with one is not', () => {
  const text = `
    /** Says why. */
    export function told(): void;
    export function told(): void {}
    // No doc comment.
    export function untold(): void {}
    export interface Shape {}
    export const VALUE = 1;`;
  const unexplained = ['told', 'untold', 'Shape', 'VALUE'].filter((name) => !isExplained('planted.ts', name, text));
  expect(unexplained).toEqual(['untold', 'Shape', 'VALUE']);
});

interface Named {
  /** The file that is said to have it. */
  readonly path: string;
  readonly name: string;
}

/** What a file takes from others to pass it on. */
function passedOn(path: string, text: string): readonly (Named & { readonly as: string })[] {
  return statementsOf(text).flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
    const base = join(path, '..', (statement.moduleSpecifier as ts.StringLiteral).text);
    const from = [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find(existsSync)!;
    const { elements } = statement.exportClause as ts.NamedExports;
    return [...elements].map(({ propertyName, name }) => ({
      path: from,
      name: (propertyName ?? name).text,
      as: name.text,
    }));
  });
}

function isExplained(path: string, name: string, text = read(path)): boolean {
  const further = passedOn(path, text).find(({ as }) => as === name);
  if (further !== undefined) return isExplained(further.path, further.name);
  return statementsOf(text).some((statement) => {
    const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
    return namesOf(statement).includes(name) && comments.some(({ pos }) => text.startsWith('/**', pos));
  });
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
  return name === undefined ? [] : [name.text];
}

const parsed = new Map<string, readonly ts.Statement[]>();

/** Each text is parsed once: some files offer dozens of names. */
function statementsOf(text: string): readonly ts.Statement[] {
  const known = parsed.get(text) ?? ts.createSourceFile('', text, ts.ScriptTarget.ESNext).statements;
  parsed.set(text, known);
  return known;
}
