import { findAll, walk, type Node } from './node';

const MAX_RESID = 32;
/** The type of resource that an element's `resid` refers to. */
const KIND: Readonly<Record<string, string>> = {
  SourceLocation: 'bt:Url',
  Runtime: 'bt:Url',
  FunctionFile: 'bt:Url',
  LearnMoreUrl: 'bt:Url',
  'bt:Image': 'bt:Image',
  Label: 'bt:String',
  Title: 'bt:String',
  Description: 'bt:String',
  Namespace: 'bt:String',
};

/** The problems of resources and of references to them. */
export function checkReferences(root: Node): readonly string[] {
  const resources = findAll(root, 'Resources').flatMap(({ children }) => children.flatMap(({ children: all }) => all));
  const ids = resources.map(({ attributes }) => attributes['id'] ?? '');
  return [
    ...ids.filter((id) => id.length > MAX_RESID).map((id) => `${id} is longer than ${MAX_RESID} characters`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice among the resources`),
    ...new Set(walk(root).flatMap((node) => checkReference(node, resources))),
    ...checkPages(root, resources),
  ];
}

function checkReference({ name, attributes }: Node, resources: readonly Node[]): readonly string[] {
  const { resid } = attributes;
  if (resid === undefined || (name === 'Namespace' && resid === '')) return [];
  const resource = resources.find((each) => each.attributes['id'] === resid);
  if (resource === undefined) return [`${resid} is no resource`];
  return resource.name === KIND[name] ? [] : [`${resid} is no ${KIND[name] ?? 'resource'} for ${name}`];
}

/**
 * With another id for the same page, Excel silently runs the functions where they cannot reach the service:
 * https://github.com/OfficeDev/Excel-Custom-Functions/issues/351.
 */
function checkPages(root: Node, resources: readonly Node[]): readonly string[] {
  const runtime = findAll(root, 'Runtime')[0]?.attributes['resid'];
  const locationIn = (name: string): readonly (string | undefined)[] =>
    findAll(root, name).flatMap(({ children: [first] }) =>
      first?.name === 'SourceLocation' ? [first.attributes['resid']] : [],
    );
  const [functionFile] = findAll(root, 'FunctionFile');
  const isElsewhere = (resid: string | undefined): boolean => resid !== runtime;
  const page = findAll(root, 'DefaultSettings')[0]?.children[0]?.attributes['DefaultValue'];
  const runtimePage = resources.find(({ attributes }) => attributes['id'] === runtime)?.attributes['DefaultValue'];
  return [
    ...(isElsewhere(functionFile?.attributes['resid']) ? ['Runtime and FunctionFile name different pages'] : []),
    ...(locationIn('Page').some(isElsewhere) ? ['the functions run in another page than the panel'] : []),
    ...(locationIn('Action').some(isElsewhere) ? ['a button opens another page than the panel'] : []),
    ...(page === runtimePage ? [] : ['the panel opens another page without its button']),
  ];
}
