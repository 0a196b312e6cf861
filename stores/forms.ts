import { GOOGLE_MOST, MICROSOFT_MOST } from './limits';
import { GOOGLE_PICTURES, MICROSOFT_PICTURES, type StorePicture } from './pictures';
import type { Publisher } from './publisher';
import {
  BEFORE_VERIFICATION,
  COMBINED_REASON,
  DESCRIPTION,
  EXCEL_PERMISSION,
  FILM,
  GOOGLE,
  MICROSOFT,
  PRODUCT,
  SCOPES,
  VERIFICATION_VIDEO,
} from './texts';

/** Pages on the add-in's own address, below `docs/`, that the forms link to. */
const LINKED_PAGES = {
  home: 'index.html',
  privacy: 'guides/privacy.html',
  support: 'guides/support.html',
} as const;

const GENERATED = '<!-- Written by npm run generate from stores/texts.ts and stores/pictures.ts. Do not edit. -->';
const OWN = '_the publisher’s own_';

/**
 * Google’s form, field by field, to paste into it.
 *
 * @param origin the address of the add-in and its pages, without a path
 */
export function toGoogleForm(version: string, origin: string, publisher: Publisher): string {
  return toPage([
    '# Google Workspace Marketplace',
    GENERATED,
    `What goes into the **Store Listing** and **App Configuration** pages of the Marketplace SDK, and onto the consent screen, for version ${version}. Fields in italics are the publisher’s. None of this has been sent to Google yet.`,
    '## Texts',
    toTable(
      ['field', 'text', 'length'],
      [
        ['Application name', GOOGLE.title, toLength(GOOGLE.title, GOOGLE_MOST.name)],
        ['Short description', PRODUCT.short, toLength(PRODUCT.short, GOOGLE_MOST.short)],
        ['Language', 'English', ''],
        ['Category', GOOGLE.category, ''],
        ['Pricing', GOOGLE.pricing, ''],
        ['App integration', 'Sheets add-on (Editor add-on)', ''],
        ['Developer name', PRODUCT.publisher, ''],
        ['Developer website, email address', toOwn(publisher.website, publisher.supportEmail), ''],
      ],
    ),
    `### Detailed description (${toLength(DESCRIPTION, GOOGLE_MOST.description)})`,
    toBlock(DESCRIPTION),
    '## Scopes',
    'For the consent screen and its verification: each scope of `appsscript.json`, with the reason that Google asks for.',
    toTable(['scope', 'reason'], Object.entries(SCOPES)),
    `### All of them in one text (${toLength(COMBINED_REASON, GOOGLE_MOST.scope)})`,
    toBlock(COMBINED_REASON),
    '### Video for the verification',
    VERIFICATION_VIDEO.map((scene, at) => `${at + 1}. ${scene}`).join('\n'),
    '### Before you ask for verification',
    BEFORE_VERIFICATION.map((line) => `- ${line}`).join('\n'),
    '## Links',
    toTable(
      ['field', 'address'],
      [
        ['Privacy policy', `${origin}/docs/${LINKED_PAGES.privacy}`],
        ['Support', `${origin}/docs/${LINKED_PAGES.support}`],
        ['Help', `${origin}/docs/${LINKED_PAGES.home}`],
        ['Terms of service', toOwn(publisher.termsOfService)],
      ],
    ),
    '## Pictures and video',
    `Video: ${FILM}.`,
    toPictureTable(GOOGLE_PICTURES),
    '## For the reviewers',
    'A test key of Trace with credits, and these steps:',
    [
      '1. In a blank spreadsheet, choose **Extensions > Trace > Open Trace**. Paste the key into the panel and choose **Save**.',
      '2. Enter `stripe.com` into A2 and `=TRACE_COMPANY(A2,"name")` into B2. B2 shows `Loading...` and then `Stripe`.',
      '3. Enter `not a domain` into A3 and `=TRACE_TECH(A3)` into B3. B3 shows a sentence that says what is wrong.',
      '4. Select A2:A3 and choose **Extensions > Trace > Enrich selected column**. Choose columns, then the button with the price; **Undo enrichment** takes them out again.',
      '5. In **Settings**, remove the key. Without a key, **Insert self-test** in the menu tries every function on sample companies, free.',
    ].join('\n'),
  ]);
}

/** Microsoft’s form, field by field. @param origin the address of the add-in and its pages, without a path */
export function toMicrosoftForm(version: string, origin: string, publisher: Publisher): string {
  return toPage([
    '# Microsoft AppSource',
    GENERATED,
    `What goes into **Partner Center** for an Office Add-in, for version ${version}.0 of \`manifest.xml\`. Fields in italics are the publisher’s. None of this has been sent to Microsoft yet.`,
    ...(version.startsWith('0.')
      ? [
          '**Before the first submission:** Partner Center accepts versions from 1.0.0.0 on. Raise the version in `package.json` first.',
        ]
      : []),
    '## Texts',
    toTable(
      ['field', 'text', 'length'],
      [
        ['Name', MICROSOFT.title, toLength(MICROSOFT.title, MICROSOFT_MOST.name)],
        ['Summary', PRODUCT.short, toLength(PRODUCT.short, MICROSOFT_MOST.summary)],
        ['Categories', MICROSOFT.categories.join(', '), ''],
        ['Search keywords', MICROSOFT.keywords.join(', '), ''],
        ['Additional purchases', MICROSOFT.additionalPurchases, ''],
        ['Publisher', PRODUCT.publisher, ''],
        ['Language', PRODUCT.locale, ''],
      ],
    ),
    `### Description (${toLength(DESCRIPTION, MICROSOFT_MOST.description)})`,
    toBlock(DESCRIPTION),
    '## Permission',
    `\`ReadWriteDocument\`: ${EXCEL_PERMISSION}`,
    '## Links',
    toTable(
      ['field', 'address'],
      [
        ['Privacy policy', `${origin}/docs/${LINKED_PAGES.privacy}`],
        ['Support', `${origin}/docs/${LINKED_PAGES.support}`],
        ['License agreement', toOwn(publisher.licenseAgreement)],
      ],
    ),
    '## Pictures and video',
    `Video: ${FILM}.`,
    toPictureTable(MICROSOFT_PICTURES),
    '## Notes for certification',
    'The text of `docs/certification-notes.md`, and a test key in the field **Test account**.',
  ]);
}

/**
 * Addresses of the publisher. A form in the project has a reminder for each blank one; a release has no blank ones.
 */
function toOwn(...addresses: readonly string[]): string {
  return addresses.includes('') ? OWN : addresses.join(', ');
}

function toPage(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function toLength(text: string, most: number): string {
  return `${text.length.toLocaleString('en-US')} of ${most.toLocaleString('en-US')} characters`;
}

function toBlock(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function toPictureTable(pictures: readonly StorePicture[]): string {
  return toTable(
    ['file', 'size', 'use'],
    pictures.map(({ path, widthPx, heightPx, use }) => [`\`${path}\``, `${widthPx} × ${heightPx}`, use]),
  );
}

function toTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
