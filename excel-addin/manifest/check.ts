import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element as it stands in the document. */
interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

/** How a file of the add-in is looked at: a PNG's width in pixels, or `null` where there is no such file. */
export type IconWidth = (path: string) => number | null;

/** https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Hosts', 'Resources'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
};

const MAX_RESID = 32;
const MAX_TEXT: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };
const NEEDED_ICON_SIZES_PX = [16, 32, 80];

/** What is wrong with a manifest, a sentence each; none where Excel and its store would take it as far as rules tell. */
export function checkManifest(text: string, iconWidth: IconWidth): readonly string[] {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return [`is no XML: ${valid.err.msg}`];
  const root = parse(text);
  return [...walk(root).flatMap((node) => checkElement(node)), ...checkReferences(root), ...checkUrls(root, iconWidth)];
}

function checkElement(node: Node): readonly string[] {
  const names = node.children.map(({ name }) => name);
  const problems: string[] = [];
  if (node.name === 'EquivalentAddins') problems.push('EquivalentAddins takes namespaces away for ever');
  if (node.name === 'Namespace' && (node.attributes['resid'] ?? '') === '') problems.push('Namespace is empty');
  if (node.name === 'Version' && !/^\d+(\.\d+){3}$/.test(node.text))
    problems.push(`Version ${node.text} has not four numbers`);
  if (node.name === 'Id' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(node.text))
    problems.push('Id is no GUID');
  for (const name of REQUIRED[node.name] ?? []) if (!names.includes(name)) problems.push(`${node.name} has no ${name}`);
  const order = ORDER[node.name];
  if (order === undefined) return problems;
  const places = names.map((name) => order.indexOf(name));
  if (places.includes(-1)) problems.push(`${node.name} has an element it does not know: ${names[places.indexOf(-1)]}`);
  else if (places.some((place, at) => at > 0 && place < places[at - 1]!))
    problems.push(`${node.name} has its elements in another order`);
  return problems;
}

function checkReferences(root: Node): readonly string[] {
  const all = walk(root);
  const resources = all.filter(({ name }) => ['bt:Image', 'bt:Url', 'bt:String'].includes(name));
  const ids = resources.map(({ attributes }) => attributes['id']).filter((id) => id !== undefined);
  const used = all.map(({ attributes }) => attributes['resid']).filter((resid) => resid !== undefined);
  const problems = ids.filter((id) => id.length > MAX_RESID).map((id) => `${id} is longer than 32 characters`);
  problems.push(
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice among the resources`),
  );
  problems.push(
    ...[...new Set(used)].filter((resid) => !ids.includes(resid)).map((resid) => `${resid} is no resource`),
  );
  for (const [group, limit] of Object.entries(MAX_TEXT)) {
    for (const string of all.filter(({ name }) => name === group).flatMap(({ children }) => children)) {
      const length = string.attributes['DefaultValue']?.length ?? 0;
      if (length === 0 || length > limit)
        problems.push(`${string.attributes['id']} has ${length} characters, of 1 to ${limit}`);
    }
  }
  const pages = ['Runtime', 'FunctionFile'].map((name) => all.find((node) => node.name === name)?.attributes['resid']);
  if (new Set(pages).size > 1) problems.push('Runtime and FunctionFile name different pages');
  const page = all.find(({ name }) => name === 'Page')?.children[0]?.attributes['resid'];
  if (page !== pages[0]) problems.push('the functions run in another page than the pane');
  return problems;
}

function checkUrls(root: Node, iconWidth: IconWidth): readonly string[] {
  const all = walk(root);
  const problems: string[] = [];
  const urls = all.flatMap(({ name, attributes }) => {
    const isUrl = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Image', 'bt:Url'].includes(
      name,
    );
    return isUrl && attributes['DefaultValue'] !== undefined ? [attributes['DefaultValue']] : [];
  });
  for (const url of urls) if (!url.startsWith('https://')) problems.push(`${url} is not https`);
  const origins = new Set(urls.map((url) => /^[a-z]+:\/\/[^/]+/i.exec(url)?.[0]));
  if (origins.size > 1) problems.push('pages, scripts and icons come from several hosts');
  const icons = [
    ...all.filter(({ name }) => name === 'IconUrl').map(({ attributes }) => [attributes['DefaultValue'], 32] as const),
    ...all
      .filter(({ name }) => name === 'HighResolutionIconUrl')
      .map(({ attributes }) => [attributes['DefaultValue'], 64] as const),
    ...all
      .filter(({ name, attributes }) => name === 'bt:Image' && attributes['size'] !== undefined)
      .map(
        ({ attributes }) =>
          [
            all.find(({ attributes: other }) => other['id'] === attributes['resid'])?.attributes['DefaultValue'],
            Number(attributes['size']),
          ] as const,
      ),
  ];
  for (const [url, size] of icons) {
    const width = iconWidth((url ?? '').replace(/^[a-z]+:\/\/[^/]+\//i, ''));
    if (width !== size) problems.push(`${url} is ${width === null ? 'missing' : `${width} px wide`}, not ${size} px`);
  }
  for (const icon of all.filter(({ name }) => name === 'Icon')) {
    const sizes = icon.children.map(({ attributes }) => Number(attributes['size']));
    for (const size of NEEDED_ICON_SIZES_PX) if (!sizes.includes(size)) problems.push(`an Icon has no size ${size}`);
  }
  return problems;
}

function walk(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(walk)];
}

function parse(text: string): Node {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
  });
  const [root] = (parser.parse(text) as readonly Raw[]).filter((raw) => !('?xml' in raw)).map(toNode);
  return root ?? { name: '', attributes: {}, children: [], text: '' };
}

type Raw = Readonly<Record<string, unknown>>;

function toNode(raw: Raw): Node {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const content = (Array.isArray(raw[name]) ? raw[name] : []) as readonly Raw[];
  return {
    name,
    attributes: (raw[':@'] ?? {}) as Readonly<Record<string, string>>,
    children: content.filter((child) => !('#text' in child)).map(toNode),
    text: content.map((child) => String(child['#text'] ?? '')).join(''),
  };
}
