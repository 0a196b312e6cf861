/**
 * office.js comes from Microsoft's servers, and loads MicrosoftAjax.js from the second one. There is no official list;
 * these were found by testing: https://github.com/OfficeDev/office-js/issues/1005.
 */
const OFFICE_SCRIPTS = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'];
/** For Microsoft's telemetry. Excel's part of office.js logs an error where it is blocked. */
const OFFICE_TELEMETRY = ['https://*.pipe.aria.microsoft.com', 'https://*.events.data.microsoft.com'];
/**
 * Excel on the web shows the panel within pages of its own, and those within pages of SharePoint and OneDrive:
 * https://github.com/OfficeDev/office-js/issues/3342, https://github.com/OfficeDev/office-js-docs-pr/issues/4911.
 */
const OFFICE_PAGES = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
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
/** The help pages: text, a style and the script that searches; no other page may embed them. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** For anything that is not a page: opened as one, it can do nothing. */
const OTHER_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Sent with every answer. */
export const COMMON_HEADERS = {
  'Content-Security-Policy': OTHER_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Excel itself, whose pages have another origin, reads these two. */
const READ_BY_EXCEL = ['functions.js', 'functions.json'];

/**
 * The headers of one of the add-in's files. What is missing matters as much: with X-Frame-Options Excel on the web
 * could not show the panel, with Cross-Origin-Embedder-Policy it could not load office.js, with
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
    ...(name.endsWith('.png') ? {} : { 'Cache-Control': 'no-cache' }),
  };
}
