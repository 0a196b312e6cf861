/** Labels of other programs, as their makers write them. No table of ours has them, so they are listed here once. */
const GOOGLE_SHEETS = [
  ...['Add-ons', 'Automatic', 'Create a filter', 'Data', 'Date', 'Edit', 'Extensions', 'File', 'Format', 'Number'],
  ...['Download', 'Manage add-ons', 'Make a copy', 'Microsoft Excel (.xlsx)', 'Paste special', 'Sort range', 'Trace'],
  ...['Use in this document', 'Values only', 'Conditional formatting', 'Yes', 'No'],
  ...['Print', 'Portrait', 'Fit to width'],
];
const GOOGLE_CONSENT = [
  ...['Advanced', 'Allow', 'Authorization required', 'Continue', 'Go to Trace (unsafe)', 'OK'],
  ...["Google hasn't verified this app"],
];
const GOOGLE_DEVELOPERS = [
  ...['App Configuration', 'Change project', 'Deploy', 'Draft testers', 'External', 'Google Apps Script API'],
  ...['Google Auth Platform', 'Google Workspace Marketplace SDK', 'Project Settings', 'Save draft', 'Store Listing'],
  ...['Submit for review', 'Test deployments', 'Test users', 'Executions', 'Editor add-on'],
];
const GOOGLE_ADMIN = ['Apps', 'Google Workspace Marketplace apps', 'Apps list', 'Allowlist'];
const EXCEL = [
  ...[
    'Add',
    'Add catalog',
    'Add-ins',
    'Admin Managed',
    'Automatic',
    'Calculation Options',
    'Data',
    'Developer Add-ins',
  ],
  ...['Filter', 'File', 'Formulas', 'General', 'Home', 'Insert', 'Manage My Add-ins', 'More Add-ins', 'My Add-ins'],
  ...[
    'Number Format',
    'Options',
    'Paste',
    'Paste Values',
    'Reload',
    'Short Date',
    'Shared Folder',
    'Show in Menu',
    'Sort',
  ],
  ...['Trace', 'Trust Center', 'Trust Center Settings', 'Trusted Add-in Catalogs', 'Upload', 'Upload My Add-in'],
];
const MICROSOFT_ADMIN = [
  ...['Fixed', 'Integrated apps', 'Optional', 'Available', 'Settings', 'Upload custom apps', 'Deploy new app'],
];
const MICROSOFT_PARTNERS = ['Partner Center', 'Notes for certification', 'Test account'];
const WINDOWS = ['Properties', 'Sharing', 'Share'];
/** https://docs.tracedata.ai/authentication/ and /credits/. */
const TRACE_SITE = ['Settings', 'API Key', 'Organization Keys', 'Usage & Credits'];
/** The grid of the web workbook is Univer: its menu. */
const GRID = ['Paste special', 'Paste values only'];
const KEYS = ['Enter', 'Ctrl+Alt+F9', 'Ctrl+Shift+V', 'F2', 'F6', 'F9'];

const HOST_LABELS: ReadonlySet<string> = new Set([
  ...[GOOGLE_SHEETS, GOOGLE_CONSENT, GOOGLE_DEVELOPERS, GOOGLE_ADMIN, EXCEL, MICROSOFT_ADMIN].flat(),
  ...[MICROSOFT_PARTNERS, WINDOWS, TRACE_SITE, GRID, KEYS].flat(),
]);

/** Whether another program shows this text: Google Sheets, Excel, their consoles, Windows or app.tracedata.ai. */
export function isShownByHost(text: string): boolean {
  return HOST_LABELS.has(text);
}
