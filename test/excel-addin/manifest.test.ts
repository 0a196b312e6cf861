import { readFileSync } from 'node:fs';
import { checkManifest } from '../../excel-addin/manifest/check';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { readPngSize } from '../../excel-addin/manifest/png-size';
import { developmentSettings, publishedSettings } from '../../excel-addin/manifest/settings';

const ORIGIN = 'https://sheets.tracedata.example';
const published = toManifest(publishedSettings('1.2.3', ORIGIN));
const development = toManifest(developmentSettings('1.2.3', 'https://localhost:3000'));

const check = (text: string) => checkManifest(text, (path) => readPngSize(`excel-addin/${path}`));

describe('the manifests', () => {
  it.each([
    ['published', published],
    ['development', development],
  ])('%s: Excel and its store would take it', (_name, text) => {
    expect(check(text)).toEqual([]);
  });

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
