import type { Node } from './node';

/** The children that an element may have, in this order. `!`: required. `*`: more than once. */
type Content = readonly string[];

/**
 * https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering. The required ones are on each
 * element's page below https://learn.microsoft.com/javascript/api/manifest. {@link kindOf} distinguishes the kinds of
 * extension points and hosts.
 */
const CONTENT: Readonly<Record<string, Content>> = {
  OfficeApp: [
    'Id!',
    'AlternateId',
    'Version!',
    'ProviderName!',
    'DefaultLocale!',
    'DisplayName!',
    'Description!',
    'IconUrl!',
    'HighResolutionIconUrl!',
    'SupportUrl!',
    'AppDomains',
    'Hosts!',
    'Requirements',
    'DefaultSettings!',
    'Permissions!',
    'VersionOverrides!',
  ],
  DefaultSettings: ['SourceLocation!'],
  Requirements: ['Sets!'],
  Sets: ['Set!*'],
  AppDomains: ['AppDomain!*'],
  Hosts: ['Host!'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts!', 'Resources!', 'WebApplicationInfo', 'EquivalentAddins'],
  'Host Workbook': ['Runtimes!', 'AllFormFactors!', 'DesktopFormFactor!'],
  Runtimes: ['Runtime!'],
  AllFormFactors: ['ExtensionPoint!'],
  'ExtensionPoint CustomFunctions': ['Script!', 'Page!', 'Metadata!', 'Namespace'],
  Script: ['SourceLocation!'],
  Page: ['SourceLocation!'],
  Metadata: ['SourceLocation!'],
  DesktopFormFactor: ['GetStarted!', 'FunctionFile!', 'ExtensionPoint!*'],
  GetStarted: ['Title!', 'Description!', 'LearnMoreUrl!'],
  'ExtensionPoint PrimaryCommandSurface': ['OfficeTab!'],
  'ExtensionPoint ContextMenu': ['OfficeMenu!'],
  OfficeMenu: ['Control!*'],
  OfficeTab: ['Group!'],
  Group: ['Label!', 'Icon!', 'Control!*'],
  Control: ['Label!', 'Supertip!', 'Icon!', 'Action!'],
  Supertip: ['Title!', 'Description!'],
  Icon: ['bt:Image!*'],
  'Action ShowTaskpane': ['SourceLocation!'],
  Resources: ['bt:Images!', 'bt:Urls!', 'bt:ShortStrings!', 'bt:LongStrings!'],
  'bt:Images': ['bt:Image!*'],
  'bt:Urls': ['bt:Url!*'],
  'bt:ShortStrings': ['bt:String!*'],
  'bt:LongStrings': ['bt:String!*'],
};

/** The problems of an element's children: missing, unknown, repeated or out of order. */
export function checkContent(node: Node): readonly string[] {
  const content = CONTENT[kindOf(node)];
  if (content === undefined) return [];
  const rules = content.map((rule) => ({
    name: rule.replace(/[!*]+$/, ''),
    isRequired: rule.includes('!'),
    isRepeated: rule.endsWith('*'),
  }));
  const names = node.children.map(({ name }) => name);
  const places = names.map((name) => rules.findIndex((rule) => rule.name === name));
  const count = (name: string): number => names.filter((other) => other === name).length;
  return [
    ...rules
      .filter(({ name, isRequired }) => isRequired && count(name) === 0)
      .map(({ name }) => `${node.name} has no ${name}`),
    ...rules
      .filter(({ name, isRepeated }) => !isRepeated && count(name) > 1)
      .map(({ name }) => `${node.name} has more than one ${name}`),
    ...names
      .filter((_name, at) => places[at] === -1)
      .map((name) => `${node.name} has an element it does not know: ${name}`),
    ...(places.some((place, at) => at > 0 && place !== -1 && place < places[at - 1]!)
      ? [`${node.name} has its elements in another order`]
      : []),
  ];
}

function kindOf({ name, attributes }: Node): string {
  const kind = attributes['xsi:type'];
  return ['Host', 'ExtensionPoint', 'Action'].includes(name) && kind !== undefined ? `${name} ${kind}` : name;
}
