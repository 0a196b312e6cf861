import { existsSync, readFileSync } from 'node:fs';
import { checkManifest } from '../../excel-addin/manifest/check';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { developmentSettings, publishedSettings } from '../../excel-addin/manifest/settings';

const ORIGIN = 'https://sheets.tracedata.example';
const published = toManifest(publishedSettings('1.2.3', ORIGIN));
const development = toManifest(developmentSettings('1.2.3', 'https://localhost:3000'));

/** The width stands in a PNG's header: https://www.w3.org/TR/png-3/#11IHDR. */
function iconWidth(path: string): number | null {
  const file = `excel-addin/${path}`;
  return existsSync(file) ? readFileSync(file).readUInt32BE(16) : null;
}

const check = (text: string) => checkManifest(text, iconWidth);

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
    expect(/<Id>(.*)<\/Id>/.exec(development)?.[1]).not.toBe(/<Id>(.*)<\/Id>/.exec(published)?.[1]);
  });

  it('have four numbers as their version', () => {
    expect(published).toContain('<Version>1.2.3.0</Version>');
  });
});

describe('each planted mistake is found', () => {
  it.each([
    ['cut off', (text: string) => text.slice(0, -20), /is no XML/],
    ['no SupportUrl', (text: string) => text.replace(/ *<SupportUrl .*\n/, ''), /OfficeApp has no SupportUrl/],
    [
      'version of three numbers',
      (text: string) => text.replace('1.2.3.0', '1.2.3'),
      /Version 1.2.3 has not four numbers/,
    ],
    ['id that is no GUID', (text: string) => text.replace(/<Id>.*<\/Id>/, '<Id>trace</Id>'), /Id is no GUID/],
    [
      'elements in another order',
      (text: string) =>
        text
          .replace(/( *<Permissions>.*\n)/, '')
          .replace('  <Hosts>', '  <Permissions>ReadWriteDocument</Permissions>\n  <Hosts>'),
      /OfficeApp has its elements in another order/,
    ],
    [
      'resid that is no resource',
      (text: string) => text.replace('<bt:String id="Open.Label"', '<bt:String id="Open.Title"'),
      /Open.Label is no resource/,
    ],
    [
      'resid that is too long',
      (text: string) => text.replaceAll('Open.Tooltip', 'Open.Tooltip.That.Is.Longer.Than.Excel.Takes'),
      /is longer than 32 characters/,
    ],
    [
      'text that is too long',
      (text: string) => text.replace('DefaultValue="Trace is ready"', `DefaultValue="${'x'.repeat(126)}"`),
      /GetStarted.Title has 126 characters, of 1 to 125/,
    ],
    [
      'plain http',
      (text: string) => text.replace(`${ORIGIN}/functions.js"`, 'http://sheets.tracedata.example/functions.js"'),
      /is not https/,
    ],
    [
      'two hosts',
      (text: string) => text.replace(`${ORIGIN}/functions.json`, 'https://cdn.example/functions.json'),
      /come from several hosts/,
    ],
    [
      'icon of another size',
      (text: string) => text.replace('icon-64.png', 'icon-32.png'),
      /icon-32.png is 32 px wide, not 64 px/,
    ],
    [
      'icon that is missing',
      (text: string) => text.replaceAll('icon-80.png', 'icon-81.png'),
      /icon-81.png is missing, not 80 px/,
    ],
    [
      'icon size that is needed',
      (text: string) => text.replace(/ *<bt:Image size="16".*\n/g, ''),
      /an Icon has no size 16/,
    ],
    [
      'empty namespace',
      (text: string) => text.replace('<Metadata>', '<Namespace resid=""/><Metadata>'),
      /Namespace is empty/,
    ],
    [
      'functions in another page',
      (text: string) =>
        text.replace(
          '<Page>\n              <SourceLocation resid="Taskpane.Url"/>',
          '<Page>\n              <SourceLocation resid="Functions.Script.Url"/>',
        ),
      /the functions run in another page/,
    ],
    [
      'EquivalentAddins',
      (text: string) => text.replace('</Resources>', '</Resources><EquivalentAddins/>'),
      /takes namespaces away for ever/,
    ],
  ])('%s', (_mistake, plant, problem) => {
    const text = plant(published);
    expect(text).not.toBe(published);
    expect(check(text).join('\n')).toMatch(problem);
  });
});
