import { readFileSync } from 'node:fs';
import { checkManifest } from '../../excel-addin/manifest/check';
import { COMMAND_GOALS } from '../../excel-addin/command-goals';
import { toShortcuts } from '../../excel-addin/manifest/commands';
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

describe('the commands', () => {
  it('are registered by the panel: each that is in the manifest or has a key', () => {
    const named = [...published.matchAll(/<FunctionName>(.*)<\/FunctionName>/g)].map(([, name]) => name);
    const { actions, shortcuts } = JSON.parse(toShortcuts()) as Record<string, { id?: string; action?: string }[]>;
    const keyed = [...actions!.map(({ id }) => id), ...shortcuts!.map(({ action }) => action)];
    const known = Object.keys(COMMAND_GOALS);
    expect([...named, ...keyed].filter((name) => !known.includes(name!))).toEqual([]);
    expect(known.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('never change their ids, by which Excel and people’s own keys know them', () => {
    expect(Object.keys(COMMAND_GOALS).sort()).toEqual([
      'TraceEnrich',
      'TraceExplore',
      'TraceExploreCell',
      'TraceFetchWaiting',
      'TraceFormula',
      'TraceFreeze',
      'TraceHelp',
      'TraceRetry',
      'TraceSelfTest',
    ]);
  });
});
