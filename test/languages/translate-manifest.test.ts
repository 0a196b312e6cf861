import { XMLValidator } from 'fast-xml-parser';
import { publishedSettings, developmentSettings } from '../../excel-addin/manifest/settings';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { translateManifest } from '../../languages/translate-manifest';

const TABLE: Readonly<Record<string, string>> = {
  'en-US': 'de-DE',
  'Open Trace': 'Trace <"öffnen"> & mehr',
  'Trace is ready': 'Trace ist bereit',
  DEV: 'WRONG',
};
const say = (english: string): string => TABLE[english] ?? english;
const german = translateManifest(toManifest(developmentSettings('1.2.3', 'https://localhost:3000')), say);

it('has the ribbon in the language, and its locale', () => {
  expect(german).toContain('<DefaultLocale>de-DE</DefaultLocale>');
  expect(german).toContain('DefaultValue="Trace &lt;&quot;öffnen&quot;&gt; &amp; mehr"');
  expect(german).toContain('id="GetStarted.Title" DefaultValue="Trace ist bereit"');
  expect(XMLValidator.validate(german)).toBe(true);
});

it('leaves the prefix of the functions as it is, and a manifest in English byte for byte', () => {
  expect(german).toContain('id="Functions.Namespace" DefaultValue="DEV"');
  const published = toManifest(publishedSettings('1.2.3', 'https://sheets.tracedata.example'));
  expect(translateManifest(published, (english) => english)).toBe(published);
});
