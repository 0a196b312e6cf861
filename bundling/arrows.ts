import {
  parse,
  type AnyNode,
  type BlockStatement,
  type FunctionDeclaration,
  type Node,
  type Program,
  type Statement,
} from 'acorn';
import { replaceIn, visit } from './syntax';

/**
 * The same script with arrow functions, which are shorter, in place of those functions declared inside others that may
 * be one: no generator, without `this`, `arguments` and `new.target`, and never constructed. A declaration is known in
 * all of its scope, so the arrows stand first in theirs.
 */
export function toArrows(code: string): string {
  const program = parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  const constructed = findConstructed(program);
  const becomesArrow = (node: Statement): node is FunctionDeclaration =>
    node.type === 'FunctionDeclaration' &&
    !node.generator &&
    !node.async &&
    !constructed.has(node.id.name) &&
    !knowsItsCall(node);

  const print = (node: Node): string => {
    const bodies = findOutermostBodies(node);
    return replaceIn(
      code,
      node.start,
      node.end,
      bodies.map((body) => ({ start: body.start, end: body.end, text: printBody(body) })),
    );
  };
  const printArrow = ({ id, params, body }: FunctionDeclaration): string =>
    `${id.name}=(${params.map(print).join(',')})=>${printBody(body)}`;
  const printBody = ({ body }: BlockStatement): string => {
    const directives = body.filter((node) => node.type === 'ExpressionStatement' && node.directive !== undefined);
    const arrows = body.filter(becomesArrow);
    const others = body.filter((node) => !directives.includes(node) && !becomesArrow(node));
    return [
      '{',
      ...directives.map(print),
      ...(arrows.length > 0 ? [`var ${arrows.map(printArrow).join(',')};`] : []),
      ...others.map(print),
      '}',
    ].join('\n');
  };
  return print(program);
}

/** Names of what is called with `new`, extended, or asked for its prototype, wherever that is. */
function findConstructed(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (node: AnyNode | null | undefined): void => {
    if (node?.type === 'Identifier') names.add(node.name);
  };
  visit(program, (node) => {
    const any = node as AnyNode;
    if (any.type === 'NewExpression') add(any.callee);
    if (any.type === 'ClassDeclaration' || any.type === 'ClassExpression') add(any.superClass);
    if (any.type === 'MemberExpression' && any.property.type === 'Identifier' && any.property.name === 'prototype') {
      add(any.object);
    }
  });
  return names;
}

/** Whether a function reads what an arrow function does not have of its own. */
function knowsItsCall(declared: FunctionDeclaration): boolean {
  return [...declared.params, declared.body].some(reads);

  function reads(node: unknown): boolean {
    if (typeof node !== 'object' || node === null) return false;
    const { type, name } = node as { readonly type?: string; readonly name?: string };
    if (type === 'ThisExpression' || type === 'MetaProperty' || type === 'Super') return true;
    if (type === 'Identifier' && name === 'arguments') return true;
    // These have their own.
    if (type === 'FunctionDeclaration' || type === 'FunctionExpression') return false;
    return Object.values(node).some(reads);
  }
}

/** The bodies in braces of functions within a node, without those within another. */
function findOutermostBodies(node: Node): readonly BlockStatement[] {
  const found: BlockStatement[] = [];
  look(node);
  return found;

  function look(part: unknown): void {
    if (typeof part !== 'object' || part === null) return;
    const { type, body, params } = part as {
      readonly type?: string;
      readonly body?: AnyNode;
      readonly params?: unknown;
    };
    const isFunction = type?.includes('Function') === true;
    if (isFunction && body?.type === 'BlockStatement') {
      look(params);
      found.push(body);
    } else {
      Object.values(part).forEach(look);
    }
  }
}
