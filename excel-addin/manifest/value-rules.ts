import { findAll, walk, type Node } from './node';

/** Source: https://learn.microsoft.com/javascript/api/manifest/description and its sibling pages. */
const MAX_TEXT: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250, ProviderName: 125 };
const MAX_RESOURCE: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };

/** The problems of single values. */
export function checkValues(root: Node): readonly string[] {
  return [...walk(root).flatMap(checkValue), ...checkRoot(root), ...checkStrings(root), ...checkIds(root)];
}

function checkValue({ name, attributes, text }: Node): readonly string[] {
  switch (name) {
    case 'EquivalentAddins':
      return ['EquivalentAddins takes namespaces away for ever'];
    case 'TaskpaneId':
      return ['TaskpaneId stands where there is one runtime for all'];
    case 'Namespace':
      return attributes['resid'] ? [] : ['Namespace is empty'];
    case 'Version':
      return /^\d+(\.\d+){3}$/.test(text) ? [] : [`Version ${text} has not four numbers`];
    case 'Id':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? [] : ['Id is no GUID'];
    case 'DefaultLocale':
      return /^[a-z]{2}-[A-Z]{2}$/.test(text) ? [] : [`DefaultLocale ${text} is no language and country`];
    case 'Permissions':
      return text === 'ReadWriteDocument' ? [] : [`Permissions are ${text}: cells could not be entered again`];
    case 'OfficeMenu':
      return attributes['id'] === 'ContextMenuCell' ? [] : ['an OfficeMenu is not that of a cell'];
    case 'OfficeTab':
      return attributes['id'] === 'TabHome' ? [] : ['an OfficeTab is not Home'];
    case 'Action':
      return attributes['xsi:type'] === 'ShowTaskpane'
        ? []
        : [`Action ${attributes['xsi:type']} does not open the panel`];
    case 'Runtime':
      return attributes['lifetime'] === 'long' ? [] : ['the Runtime is not there for long'];
    default:
      return [];
  }
}

function checkRoot(root: Node): readonly string[] {
  const hosts = findAll(root, 'Host').map(({ attributes }) => attributes['Name'] ?? attributes['xsi:type']);
  return [
    ...(root.name === 'OfficeApp' && root.attributes['xsi:type'] === 'TaskPaneApp' ? [] : ['is no TaskPaneApp']),
    ...hosts.filter((host) => host !== 'Workbook').map((host) => `Host ${host} is not Excel`),
  ];
}

function checkStrings(root: Node): readonly string[] {
  const problems: string[] = [];
  const check = (name: string, text: string, limit: number): void => {
    if (text.length === 0 || text.length > limit)
      problems.push(`${name} has ${text.length} characters, of 1 to ${limit}`);
  };
  for (const { name, attributes, text } of root.children) {
    const limit = MAX_TEXT[name];
    if (limit !== undefined) check(name, attributes['DefaultValue'] ?? text, limit);
  }
  for (const [group, limit] of Object.entries(MAX_RESOURCE)) {
    for (const { attributes } of findAll(root, group).flatMap(({ children }) => children)) {
      check(attributes['id'] ?? '', attributes['DefaultValue'] ?? '', limit);
    }
  }
  return problems;
}

/** Excel identifies groups and buttons by their ids. */
function checkIds(root: Node): readonly string[] {
  const ids = ['Group', 'Control'].flatMap((name) =>
    findAll(root, name).map(({ attributes }) => attributes['id'] ?? ''),
  );
  return [...new Set(ids.filter((id, at) => id === '' || ids.indexOf(id) !== at))].map((id) =>
    id === '' ? 'a group or button has no id' : `${id} is the id of two elements`,
  );
}
