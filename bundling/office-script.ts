/**
 * The address from which the page loads office.js. Microsoft is moving it
 * (https://github.com/OfficeDev/office-js-docs-pr/pull/5882), while the store's rules name the first address (policy
 * 1120.1). The page's policy allows both.
 */
export const OFFICE_SCRIPTS = {
  hosted: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  onecdn: 'https://officeapis.public.onecdn.static.microsoft/1/office.js',
} as const;

export type OfficeScript = keyof typeof OFFICE_SCRIPTS;

/** Reads `TRACE_OFFICE_JS`; `null` if it names neither. */
export function readOfficeScript(text: string): OfficeScript | null {
  if (text === '') return 'hosted';
  return text === 'hosted' || text === 'onecdn' ? text : null;
}

export const OFFICE_SCRIPT_SENTENCE = 'TRACE_OFFICE_JS must be hosted or onecdn.';
