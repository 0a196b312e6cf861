import { readFileSync, statSync } from 'node:fs';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { publishedSettings } from '../../excel-addin/manifest/settings';
import { FUNCTIONS } from '../../shared/formulas';
import { SECTIONS } from '../../docs/site/contents';
import { FORMS, readForm } from '../../stores/forms';
import { readPublisher } from '../../stores/publisher';

const ORIGIN = 'https://addin.example.com';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8')) as {
  readonly oauthScopes: readonly string[];
};
const PUBLISHER = readPublisher(readFileSync('test/stores/publisher.example.json', 'utf8'));

const [GOOGLE, MICROSOFT] = FORMS.map((name) => readForm(name, { ...PUBLISHER, version, origin: ORIGIN })) as [
  string,
  string,
];
const DESCRIPTION = readFileSync('stores/description.txt', 'utf8').trim();

/** The rows of a form's tables, without their heads. */
function rowsOf(form: string): readonly (readonly string[])[] {
  const lines = form.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| --- '));
  return lines.map((line) => line.slice(2, -2).split(' | '));
}

const fieldOf = (form: string, name: string): string => rowsOf(form).find(([field]) => field === name)?.[1] ?? '';
const scopes = rowsOf(GOOGLE).filter(([scope]) => scope?.includes('googleapis.com'));
/** The blocks of a form, which are pasted as they are. */
const blocksOf = (form: string): readonly string[] =>
  [...form.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, text = '']) => text);

it.each([
  ['Google', GOOGLE, 2],
  ['Microsoft', MICROSOFT, 2],
])('%s accepts the length of each text', (_store, form, least) => {
  const limited = rowsOf(form).flatMap(([, text = '', most = '']) => {
    const [, characters] = /^([\d,]+) characters$/.exec(most) ?? [];
    return characters === undefined ? [] : [[text, Number(characters.replace(',', ''))] as const];
  });
  expect(limited.length).toBeGreaterThanOrEqual(least);
  expect(limited.filter(([text, most]) => text === '' || text.length > most)).toEqual([]);
});

it('accepts the length of the description, of reasons and of keywords', () => {
  const reasons = [...scopes.map(([, reason = '']) => reason), blocksOf(GOOGLE)[1] ?? ''];
  expect(reasons.filter(({ length }) => length === 0 || length > 1_000)).toEqual([]);
  expect([blocksOf(GOOGLE)[0], blocksOf(MICROSOFT)[0]]).toEqual([DESCRIPTION, DESCRIPTION]);
  expect(DESCRIPTION.length).toBeLessThanOrEqual(4_000);
  const [keywords, categories] = ['Search keywords', 'Categories'].map((name) => fieldOf(MICROSOFT, name).split(', '));
  expect(keywords!.filter(({ length }) => length === 0 || length > 30)).toEqual([]);
  expect([keywords!.length <= 3, categories!.length <= 3]).toEqual([true, true]);
});

it('names say something of the product, and use no mark of Google or Microsoft but at the end', () => {
  const [google, microsoft] = [fieldOf(GOOGLE, 'Application name'), fieldOf(MICROSOFT, 'Name')];
  expect([google, microsoft].filter((title) => !/\w+.* \w+/.test(title))).toEqual([]);
  const marks = /\b(Google|Gmail|Sheets|Workspace|Microsoft|Excel|Office)\b/i;
  expect([google, microsoft.replace(/ for Excel$/, '')].filter((title) => marks.test(title))).toEqual([]);
});

it('explains each scope that is asked for, alone and in the one text', () => {
  expect(scopes.map(([scope]) => scope).sort()).toEqual([...oauthScopes].sort());
  const all = blocksOf(GOOGLE)[1] ?? '';
  expect(oauthScopes.filter((scope) => !all.includes(scope.replace(/.*\//, '')))).toEqual([]);
});

it('the description tells of the account, its cost and how many functions there are', () => {
  expect(DESCRIPTION).toMatch(/account[\s\S]*cost/);
  expect(DESCRIPTION).not.toContain(fieldOf(MICROSOFT, 'Summary'));
  expect(/There are (\d+) functions/.exec(DESCRIPTION)?.[1]).toBe(String(FUNCTIONS.length));
});

it('name, publisher, description and version are those of Excel’s manifest', () => {
  const manifest = toManifest(publishedSettings(version, ORIGIN));
  const valueOf = (name: string): string | undefined =>
    new RegExp(`<${name}(?: DefaultValue="([^"]*)"/>|>([^<]*)<)`).exec(manifest)?.slice(1).find(Boolean);
  expect(['DisplayName', 'ProviderName', 'Description', 'DefaultLocale'].map(valueOf)).toEqual(
    ['Name', 'Publisher', 'Summary', 'Language'].map((name) => fieldOf(MICROSOFT, name)),
  );
  expect(MICROSOFT).toContain(`for version ${valueOf('Version')} of \`manifest.xml\``);
  expect(fieldOf(MICROSOFT, 'Support')).toBe(valueOf('SupportUrl'));
  expect(fieldOf(GOOGLE, 'Short description')).toBe(valueOf('Description'));
  expect(fieldOf(GOOGLE, 'Developer name')).toBe(valueOf('ProviderName'));
});

it('every link leads to a page of the help pages', () => {
  const guides = SECTIONS.flatMap(({ pages }) => pages.map((page) => `guides/${page}.html`));
  const linked = [...(GOOGLE + MICROSOFT).matchAll(/https:\/\/addin\.example\.com\/docs\/([\w./-]+)/g)];
  const pages = new Set(linked.map(([, page = '']) => page));
  expect(pages).toEqual(new Set(['index.html', 'guides/privacy.html', 'guides/support.html']));
  expect([...pages].filter((page) => !['index.html', ...guides].includes(page))).toEqual([]);
});

it("have the publisher's addresses, and nothing left to fill in", () => {
  expect(fieldOf(GOOGLE, 'Developer website, email address')).toBe('https://trace.example, support@trace.example');
  expect(fieldOf(GOOGLE, 'Terms of service')).toBe('https://trace.example/terms');
  expect(fieldOf(MICROSOFT, 'License agreement')).toBe('https://trace.example/license');
  expect(GOOGLE + MICROSOFT).not.toMatch(/\{\{|\}\}/);
});

const PICTURES = rowsOf(GOOGLE + MICROSOFT).filter(([file]) => /\.png`$/.test(file ?? ''));
const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Sizes are read from the header: https://www.w3.org/TR/png-3/#11IHDR. */
it.each(PICTURES.map(([file = '', size = '']) => [file.slice(1, -1), size]))('%s is a PNG of %s px', (path, size) => {
  const head = readFileSync(path);
  expect(head.toString('latin1', 0, SIGNATURE.length)).toBe(SIGNATURE);
  expect(`${head.readUInt32BE(16)} × ${head.readUInt32BE(20)}`).toBe(size);
  // https://learn.microsoft.com/partner-center/marketplace-offers/craft-effective-appsource-store-images
  expect(statSync(path).size).toBeLessThanOrEqual(1_024 * 1_024);
});

it('each store gets three screenshots, of five at most', () => {
  const screenshots = PICTURES.filter(([, , use = '']) => use.startsWith('Screenshot: ')).map(([file]) => file);
  expect(screenshots.filter((file) => file?.includes('/google-'))).toHaveLength(3);
  expect(screenshots.filter((file) => file?.includes('/microsoft-'))).toHaveLength(3);
});
