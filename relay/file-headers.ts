import { OTHER_POLICY } from './v1-headers';

/**
 * office.js comes from Microsoft's servers, by an older and a newer address, and loads MicrosoftAjax.js from the last
 * one. There is no official list; these were found by testing: https://github.com/OfficeDev/office-js/issues/1005,
 * https://github.com/OfficeDev/office-js-docs-pr/pull/5882.
 */
const OFFICE_SCRIPTS = [
  'https://appsforoffice.microsoft.com',
  'https://officeapis.public.onecdn.static.microsoft',
  'https://ajax.aspnetcdn.com',
];
/** For Microsoft's telemetry. Excel's part of office.js logs an error if it is blocked. */
const OFFICE_TELEMETRY = ['https://*.pipe.aria.microsoft.com', 'https://*.events.data.microsoft.com'];
/**
 * Excel on the web shows the panel inside its own pages, and those inside pages of SharePoint, OneDrive, Microsoft
 * 365 and Teams. Each of them must be listed here: https://github.com/OfficeDev/office-js/issues/3342,
 * https://github.com/OfficeDev/office-js-docs-pr/issues/4911. Teams:
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements. Clouds of governments and of
 * China: https://learn.microsoft.com/microsoft-365/enterprise/microsoft-365-endpoints.
 */
const OFFICE_PAGES = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.cloud.microsoft',
  'https://microsoft365.com',
  'https://*.microsoft365.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.live.com',
  'https://*.skype.com',
  'https://*.office365.us',
  'https://*.sharepoint.us',
  'https://*.sharepoint-mil.us',
  'https://*.teams.microsoft.us',
  'https://*.sharepoint.cn',
  'https://*.officewebapps.cn',
];

const PAGE_POLICY = [
  "default-src 'none'",
  `script-src 'self' ${OFFICE_SCRIPTS.join(' ')}`,
  // Excel's part of office.js adds a style element: https://github.com/OfficeDev/office-js/issues/1687.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  `connect-src 'self' ${[...OFFICE_SCRIPTS, ...OFFICE_TELEMETRY].join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${OFFICE_PAGES.join(' ')}`,
].join('; ');
/** The help pages have text, a style and the search script; no other page may embed them. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with every answer. */
export const COMMON_HEADERS = {
  'Content-Security-Policy': OTHER_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Excel itself reads these two, and its pages have another origin. */
const READ_BY_EXCEL = ['functions.js', 'functions.json'];
/** Scripts whose name changes with their content. */
const NEVER_CHANGES = /^(taskpane|functions)-[A-Z0-9]{8}\.js$/;

/**
 * The headers of one of the add-in's files. Missing headers matter as much: with X-Frame-Options Excel on the web
 * could not show the panel, with Cross-Origin-Embedder-Policy it could not load office.js, and with
 * Cross-Origin-Opener-Policy its dialogs could not answer.
 */
export function headersFor(name: string): Readonly<Record<string, string>> {
  return {
    ...COMMON_HEADERS,
    ...(name.endsWith('.html')
      ? { 'Content-Security-Policy': name.startsWith('docs/') ? DOCS_POLICY : PAGE_POLICY }
      : {}),
    ...(READ_BY_EXCEL.includes(name) ? { 'Access-Control-Allow-Origin': '*' } : {}),
    // With any Cache-Control, Excel shows a generic icon: https://learn.microsoft.com/javascript/api/manifest/image.
    ...(name.endsWith('.png') ? {} : { 'Cache-Control': cachingOf(name) }),
  };
}

/** The caching of a file. Revalidating each time costs little while nothing has changed. */
export function cachingOf(name: string): string {
  return NEVER_CHANGES.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
