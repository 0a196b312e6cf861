import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toManifest } from '../../excel-addin/manifest/manifest';
import { publishedSettings } from '../../excel-addin/manifest/settings';
import { FUNCTIONS } from '../../shared/formulas';
import { SECTIONS } from '../../docs/site/contents';
import { checkListing, LISTING, type Listing } from './check-listing';
import { toGoogleForm, toMicrosoftForm } from '../../stores/forms';
import { PUBLISHER_FILE, readPublisher } from '../../stores/publisher';
import { DESCRIPTION, MICROSOFT, PRODUCT } from '../../stores/texts';

const ORIGIN = 'https://addin.example.com';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8')) as {
  readonly oauthScopes: readonly string[];
};

const PUBLISHER = readPublisher(readFileSync(PUBLISHER_FILE, 'utf8'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-listing-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('both stores would accept the texts, scopes and pictures', () => {
  expect(checkListing(LISTING, oauthScopes)).toEqual([]);
});

it('the forms in the project are those of the texts: npm run generate', () => {
  const read = (name: string): string => readFileSync(`stores/${name}.md`, 'utf8');
  expect({ google: read('google-workspace-marketplace'), microsoft: read('microsoft-appsource') }).toEqual({
    google: toGoogleForm(version, ORIGIN, PUBLISHER),
    microsoft: toMicrosoftForm(version, ORIGIN, PUBLISHER),
  });
});

it('name, publisher, description and version are those of Excel’s manifest', () => {
  const manifest = toManifest(publishedSettings(version, ORIGIN));
  const valueOf = (name: string): string | undefined =>
    new RegExp(`<${name}(?: DefaultValue="([^"]*)"/>|>([^<]*)<)`).exec(manifest)?.slice(1).find(Boolean);
  const form = toMicrosoftForm(version, ORIGIN, PUBLISHER);
  expect(['DisplayName', 'ProviderName', 'Description', 'DefaultLocale'].map(valueOf)).toEqual([
    ...[MICROSOFT.title, PRODUCT.publisher, PRODUCT.short, PRODUCT.locale],
  ]);
  expect(form).toContain(`for version ${valueOf('Version')} of \`manifest.xml\``);
  expect(form).toContain(`| Support | ${valueOf('SupportUrl')} |`);
});

it('the description tells how many functions there are', () => {
  expect(/There are (\d+) functions/.exec(DESCRIPTION)?.[1]).toBe(String(FUNCTIONS.length));
});

it('every link leads to a page of the help pages', () => {
  const guides = SECTIONS.flatMap(({ pages }) => pages.map((page) => `guides/${page}.html`));
  const known = ['index.html', ...guides];
  const forms = toGoogleForm(version, ORIGIN, PUBLISHER) + toMicrosoftForm(version, ORIGIN, PUBLISHER);
  const linked = [...forms.matchAll(/https:\/\/addin\.example\.com\/docs\/([\w./-]+)/g)].map(([, page = '']) => page);
  expect(new Set(linked)).toEqual(new Set(['index.html', 'guides/privacy.html', 'guides/support.html']));
  expect(linked.filter((page) => !known.includes(page))).toEqual([]);
});

describe('each planted mistake is found', () => {
  const png = (width: number, height: number): Buffer => {
    const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452' + '0'.repeat(16), 'hex');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  const picture = (name: string, bytes: Buffer | null): Listing => {
    const path = join(folder, name);
    if (bytes !== null) writeFileSync(path, bytes);
    return { ...LISTING, pictures: [{ path, widthPx: 1_280, heightPx: 800, use: 'Screenshot' }] };
  };
  const scopes = Object.keys(LISTING.scopes);

  it.each<[string, Listing, readonly string[], RegExp]>([
    [
      'a scope without a reason',
      LISTING,
      [...scopes, 'https://scope.example'],
      /^https:\/\/scope\.example is not explained$/,
    ],
    ['a reason without its scope', LISTING, scopes.slice(1), /is explained, and not asked for$/],
    [
      'a short description that is too long',
      { ...LISTING, product: { ...PRODUCT, short: 'x'.repeat(101) } },
      scopes,
      /^The short description has 101 characters, of 1 to 100$/,
    ],
    [
      'a name that is a mark of Google',
      { ...LISTING, google: { title: 'Trace data for Sheets' } },
      scopes,
      /^Google’s name has a mark of Google or Microsoft in it$/,
    ],
    [
      'a name that says nothing of the product',
      { ...LISTING, google: { title: 'Trace' } },
      scopes,
      /^Trace is too generic$/,
    ],
    [
      'a combined reason that leaves out a scope',
      { ...LISTING, combinedReason: LISTING.combinedReason.replace('script.container.ui', 'This') },
      scopes,
      /^The combined reason has nothing about .*script\.container\.ui$/,
    ],
    [
      'no price',
      { ...LISTING, description: 'See companies.' },
      scopes,
      /^The description hides the account or its cost$/,
    ],
    [
      'an empty keyword',
      { ...LISTING, microsoft: { ...LISTING.microsoft, keywords: [''] } },
      scopes,
      /^The keyword {2}has 0 characters, of 1 to 30$/,
    ],
    [
      'four categories',
      { ...LISTING, microsoft: { ...LISTING.microsoft, categories: ['a', 'b', 'c', 'd'] } },
      scopes,
      /^There are more than 3 categories$/,
    ],
  ])('%s', (_name, listing, asked, problem) => {
    expect(checkListing({ ...listing, pictures: [] }, asked)).toEqual([expect.stringMatching(problem)]);
  });

  it.each<[string, string, Buffer | null, string]>([
    ['a picture of another size', 'a.png', png(1_280, 720), ' is 1280 × 720 px, not 1280 × 800'],
    ['a picture that is none', 'b.png', Buffer.from('GIF89a'), ' is no PNG'],
    ['a picture that is missing', 'c.png', null, ' is missing'],
    [
      'a picture that is too large',
      'd.png',
      Buffer.concat([png(1_280, 800), Buffer.alloc(1_048_576)]),
      ' is larger than 1,024 KB',
    ],
  ])('%s', (_name, file, bytes, problem) => {
    expect(checkListing(picture(file, bytes), scopes)).toEqual([join(folder, file) + problem]);
  });
});
