import { XMLValidator } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { developmentSettings, publishedSettings } from '../../excel-addin/manifest/settings';

const ORIGIN = 'https://sheets.tracedata.example';
const published = toManifest(publishedSettings('1.2.3', ORIGIN));
const development = toManifest(developmentSettings('1.2.3', 'https://localhost:3000'));

/** https://learn.microsoft.com/javascript/api/manifest/description and its sibling pages. */
const MOST_CHARACTERS = {
  DisplayName: 125,
  ProviderName: 125,
  Description: 250,
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
};
const MOST_CHARACTERS_OF_ID = 32;
const KIND_OF = {
  SourceLocation: 'Url',
  Runtime: 'Url',
  FunctionFile: 'Url',
  LearnMoreUrl: 'Url',
  'bt:Image': 'Image',
};

const attributes = (text: string, pattern: RegExp): readonly string[][] =>
  [...text.matchAll(pattern)].map(([, ...found]) => found);

/** Its order of elements is that of `manifest.xml`, which Microsoft's own tool checks: docs/release-checklist.md. */
describe.each([
  ['published', published, ORIGIN],
  ['development', development, 'https://localhost:3000'],
])('the %s manifest', (_name, text, origin) => {
  const resources = attributes(text, /<bt:(Image|Url|String) id="([^"]+)" DefaultValue="([^"]*)"/g);

  it('is XML, and each reference names a resource of its kind, by an id that is short and its own', () => {
    const ids = resources.map(([, id]) => id!);
    const wrong = attributes(text, /<([\w:]+)[^>]* resid="([^"]+)"/g).filter(([element, resid]) => {
      const kind = KIND_OF[element as keyof typeof KIND_OF] ?? 'String';
      return !resources.some(([other, id]) => other === kind && id === resid);
    });
    expect({
      isXml: XMLValidator.validate(text),
      wrong,
      long: ids.filter((id) => id.length > MOST_CHARACTERS_OF_ID),
    }).toEqual({ isXml: true, wrong: [], long: [] });
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has texts that Excel takes', () => {
    const texts = Object.entries(MOST_CHARACTERS).flatMap(([name, most]) => {
      const [, inside = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text) ?? [];
      const values = name.startsWith('bt:') ? attributes(inside, /DefaultValue="([^"]*)"/g).flat() : [inside];
      const own = attributes(text, new RegExp(`<${name} DefaultValue="([^"]*)"`, 'g')).flat();
      return [...values, ...own].filter((value) => value !== '').map((value) => [name, value.length <= most]);
    });
    expect(texts.length).toBeGreaterThan(7);
    expect(texts.filter(([, isShort]) => isShort !== true)).toEqual([]);
    expect(text).not.toContain('DefaultValue=""');
  });

  it('names one host, and pages of its own for support and for the panel', () => {
    const addresses = attributes(text, /="(https?:\/\/[^"]+)"/g)
      .flat()
      .filter((address) => !address.startsWith('http://'));
    expect(addresses.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
    expect(text).toContain(`<SupportUrl DefaultValue="${origin}/docs/guides/support.html"/>`);
    // With another id, Excel silently runs the functions where they cannot reach the service.
    const pages = attributes(text, /<(?:Runtime|FunctionFile) resid="([^"]+)"/g).flat();
    const opened = attributes(text, /<(?:Page|Action)[^>]*>\s*<SourceLocation resid="([^"]+)"/g).flat();
    expect(new Set([...pages, ...opened])).toEqual(new Set(['Taskpane.Url']));
    expect(text).toContain(`<bt:Url id="Taskpane.Url" DefaultValue="${origin}/taskpane.html"/>`);
    expect(text).toContain(`<SourceLocation DefaultValue="${origin}/taskpane.html"/>`);
    expect(text).toContain('lifetime="long"');
  });

  it('names pictures that are there, with the sizes that they are for', async () => {
    const named = [
      ...attributes(text, /<(IconUrl|HighResolutionIconUrl) DefaultValue="([^"]+)"/g).map(
        ([element, address]) => [address!, element === 'IconUrl' ? 32 : 64] as const,
      ),
      ...resources
        .filter(([kind]) => kind === 'Image')
        .map(([, id, address]) => [address!, Number(id!.slice(5))] as const),
    ];
    const sizes = await Promise.all(
      named.map(async ([address]) => {
        const { format, width, height } = await sharp(`excel-addin${address.slice(origin.length)}`).metadata();
        return format === 'png' && width === height ? width : null;
      }),
    );
    expect(sizes).toEqual(named.map(([, size]) => size));
    expect(named.map(([, size]) => size)).toEqual(expect.arrayContaining([16, 32, 64, 80]));
  });
});

describe('the manifests', () => {
  it('the published one has no namespace, so that formulas read as in Sheets', () => {
    expect(published).not.toContain('Namespace');
  });

  it('the development one has an id and a namespace of its own', () => {
    expect(development).toContain('<bt:String id="Functions.Namespace" DefaultValue="DEV"/>');
    const [ours, theirs] = [development, published].map((text) => /<Id>(.*)<\/Id>/.exec(text)?.[1]);
    expect({ isSame: ours === theirs, ours }).toEqual({
      isSame: false,
      ours: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('the one at the root, for Microsoft’s tools, is the published one: npm run generate', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    expect(readFileSync('manifest.xml', 'utf8')).toBe(toManifest(publishedSettings(version, 'https://localhost:3000')));
  });

  it('have four numbers as their version', () => {
    expect(published).toContain('<Version>1.2.3.0</Version>');
  });
});

describe('the buttons', () => {
  it('are one on the Home tab and one in the menu of a cell, and both open the panel’s page', () => {
    const surfaces = [
      ...published.matchAll(/<ExtensionPoint xsi:type="(PrimaryCommandSurface|ContextMenu)">(.*?)<\/ExtensionPoint>/gs),
    ];
    expect(
      surfaces.map(([, surface, inside = '']) => [
        surface,
        /<Office(?:Tab|Menu) id="([^"]+)"/.exec(inside)?.[1],
        [...inside.matchAll(/<Action xsi:type="(\w+)">\s*<SourceLocation resid="([^"]+)"/g)].map(
          ([, ...found]) => found,
        ),
      ]),
    ).toEqual([
      ['PrimaryCommandSurface', 'TabHome', [['ShowTaskpane', 'Taskpane.Url']]],
      ['ContextMenu', 'ContextMenuCell', [['ShowTaskpane', 'Taskpane.Url']]],
    ]);
  });

  it('call no function of an invisible page, and have no keys', () => {
    expect(published.match(/ExecuteFunction|FunctionName|ExtendedOverrides|shortcuts/g)).toBeNull();
  });
});

it('if Microsoft does not support custom functions, in Office LTSC 2021, the add-in is not offered', () => {
  // LTSC 2021 has SharedRuntime 1.1, but not 1.2.
  expect([...published.matchAll(/<Set Name="([^"]+)" MinVersion="([^"]+)"/g)].map(([, ...set]) => set)).toEqual([
    ['SharedRuntime', '1.2'],
    ['CustomFunctionsRuntime', '1.2'],
  ]);
});
