import { invalid, type ValidationProblem } from '../refusal';
import type { Definition, Tree } from './definition';
import { REGISTRY_VERSION } from './filter-fields';
import { readTree } from './read-tree';

type Loc = readonly (string | number)[];

/**
 * Reads a definition from a body. Refuses a bad one with a 422 that says where the problem is.
 * @param loc its place in the body
 */
export function readDefinition(input: unknown, loc: Loc): Definition {
  if (input === undefined) throw invalid({ type: 'missing', loc, msg: 'Field required', input: null });
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const msg = 'Input should be a valid dictionary or object to extract fields from';
    throw invalid({ type: 'model_attributes_type', loc, msg, input });
  }
  const { registry_version: version, tree } = input as { readonly registry_version?: unknown; readonly tree?: unknown };
  checkVersion(version, [...loc, 'registry_version'], input);
  if (tree === undefined) throw invalid({ type: 'missing', loc: [...loc, 'tree'], msg: 'Field required', input });
  const problems: ValidationProblem[] = [];
  const read: Tree | null = readTree(tree, [...loc, 'tree'], problems);
  if (read === null || problems.length > 0) throw invalid(...problems);
  return { registry_version: REGISTRY_VERSION, tree: read };
}

function checkVersion(version: unknown, loc: Loc, input: unknown): void {
  if (version === undefined) throw invalid({ type: 'missing', loc, msg: 'Field required', input });
  if (typeof version !== 'string') {
    throw invalid({ type: 'string_type', loc, msg: 'Input should be a valid string', input: version });
  }
  if (version === REGISTRY_VERSION) return;
  const error = `registry_version is stale: the current one is ${REGISTRY_VERSION}`;
  throw invalid({ type: 'value_error', loc, msg: `Value error, ${error}`, input: version, ctx: { error } });
}
