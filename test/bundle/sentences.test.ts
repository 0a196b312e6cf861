import { parse, type AnyNode } from 'acorn';
import { SENTENCES } from '../../shared/reference';
import { visit } from '../../bundling/syntax';
import { buildAddon } from '../fakes/apps-script/built-addon';
import { lateScriptIn } from '../fakes/apps-script/top-level';
import { excelAddinFiles } from '../fakes/excel/functions-bundle';

const CODES = Object.keys(SENTENCES);

/** The codes of problems that a script has as texts, and those that its objects have as names. */
function codesIn(script: string): { readonly named: ReadonlySet<string>; readonly said: ReadonlySet<string> } {
  const named = new Set<string>();
  const said = new Set<string>();
  visit(parse(script, { ecmaVersion: 2020, sourceType: 'script' }), (node) => {
    const any = node as AnyNode;
    if (any.type === 'Literal' && typeof any.value === 'string') named.add(any.value);
    if (any.type === 'Property' && any.key.type === 'Identifier') said.add(any.key.name);
  });
  return { named, said };
}

/** One after the other: the second one has its sentences in the first. */
async function scriptsOfFunctions(): Promise<string> {
  const { functions, late } = await excelAddinFiles();
  return functions + late.text;
}

async function codeOfSheets(): Promise<string> {
  const { code } = await buildAddon();
  return code + lateScriptIn(code);
}

describe.each([
  ['Code.js', codeOfSheets],
  ['functions.js', scriptsOfFunctions],
])('the problems of %s', (_, read) => {
  it('have a sentence each, wherever their code stands', async () => {
    const { named, said } = codesIn(await read());
    const problems = CODES.filter((code) => named.has(code));
    expect(problems).toContain('inputIsNotADomain');
    expect(problems.filter((code) => !said.has(code))).toEqual([]);
  });
});
