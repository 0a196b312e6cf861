import { PROBLEM_PREFIX, type TraceError } from '../shared/formulas';

/**
 * The object that Excel passes to a function after its arguments. `isInValuePreview` came with CustomFunctionsRuntime
 * 1.5.
 */
export interface Invocation {
  onCanceled?: () => void;
  readonly isInValuePreview?: unknown;
  /** The address of its cell, such as `'My sheet'!B2`, because `functions.json` asks for it. */
  readonly address?: unknown;
}

type Implementation = (...received: readonly unknown[]) => Promise<unknown>;

/**
 * The small part of Microsoft's globals that the functions use. Microsoft's types promise all of it; in fact `Error`
 * exists only once Excel's own part of office.js has loaded, and the web workbook may have no `Office` at all.
 */
declare const CustomFunctions: {
  associate(id: string, implementation: Implementation): void;
  readonly Error?: new (code: string, message: string) => object;
  readonly ErrorCode?: { readonly invalidValue: string; readonly notAvailable: string };
};
/** Settings that Excel stores in the workbook: https://learn.microsoft.com/javascript/api/office/office.settings. */
export interface DocumentSettings {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  remove(name: string): void;
  saveAsync(callback: (result?: SettingsResult) => void): void;
  refreshAsync(callback: (result?: SettingsResult) => void): void;
  /** Only in the web workbook: only this browser's user has written them. */
  readonly isPersonal?: boolean;
}

/** https://learn.microsoft.com/javascript/api/office/office.asyncresult */
export interface SettingsResult {
  readonly status?: string;
  readonly error?: { readonly message?: string };
}

declare const Office:
  | {
      onReady?(): Promise<unknown>;
      readonly context?: {
        readonly partitionKey?: string;
        /** Only in the public demo of the web workbook: no other key would work there. */
        readonly hasFixedKey?: boolean;
        readonly platform?: string;
        readonly document?: {
          readonly settings?: DocumentSettings;
          readonly url?: string | null;
          readonly mode?: string;
        };
        readonly officeTheme?: { readonly isDarkTheme?: boolean };
        readonly requirements?: { isSetSupported(name: string, version: string): boolean };
      };
    }
  | undefined;

/**
 * Waits for Office. Before that, neither `Excel` nor the partition key exists. Excel also expects each page to call
 * it: https://learn.microsoft.com/office/dev/add-ins/develop/initialize-add-in. It may take minutes, which
 * `office-late.ts` reports.
 *
 * @returns whether Microsoft's script was loaded at all
 */
export async function officeReady(): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  await Office.onReady?.();
  return true;
}

/** Excel's own theme, which may differ from the browser's; `undefined` if unknown. */
export function officeTheme(): 'dark' | 'light' | undefined {
  const isDark = officeContext()?.officeTheme?.isDarkTheme;
  return isDark === undefined ? undefined : isDark ? 'dark' : 'light';
}

export function associate(id: string, implementation: Implementation): void {
  CustomFunctions.associate(id, implementation);
}

/**
 * An error cell on which Excel on the web shows the sentence; only these two kinds can carry one. Desktop Excel shows
 * the bare error (https://github.com/OfficeDev/office-js/issues/4971), so problems that new users meet are texts, as
 * in Google Sheets; so is everything if there are no error cells. Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors.
 */
export function toErrorCell({ code, kind, message }: Pick<TraceError, 'code' | 'kind' | 'message'>): object | string {
  const { Error: ErrorCell, ErrorCode: codes } = CustomFunctions;
  if (kind === 'text' || ErrorCell === undefined || codes === undefined) return PROBLEM_PREFIX + message;
  const cell = new ErrorCell(kind === 'value' ? codes.invalidValue : codes.notAvailable, message);
  // Not enumerable, so that Excel does not see it. The web workbook uses it to find the problem's page.
  return Object.defineProperty(cell, 'problem', { value: code });
}

/**
 * Whether a cell may be a number with a date format; without support it would show `#VALUE!`. Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-data-types-concepts.
 */
export function supportsFormattedNumbers(): boolean {
  return officeContext()?.requirements?.isSetSupported('CustomFunctionsRuntime', '1.4') === true;
}

/**
 * Whether a text may have properties, a card and an icon; otherwise Excel shows the text alone. Source:
 * https://learn.microsoft.com/javascript/api/excel/excel.stringcellvalue#excel-excel-stringcellvalue-properties-member.
 */
export function supportsCards(): boolean {
  return supportsFormattedNumbers() && supportsExcelApi('1.19');
}

/**
 * The prefix that separates browser storage for each top-level site that embeds Excel; empty if none is needed.
 * Source: https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings.
 */
export function partitionKey(): string {
  return officeContext()?.partitionKey ?? '';
}

/** Whether the page came with its key, and has no place for another one. */
export function hasFixedKey(): boolean {
  return officeContext()?.hasFixedKey === true;
}

/** https://learn.microsoft.com/javascript/api/office/office.platformtype; `''`: unknown. */
export function platform(): string {
  return officeContext()?.platform ?? '';
}

/** Absent outside Excel. */
export function documentSettings(): DocumentSettings | undefined {
  return officeContext()?.document?.settings;
}

/** The address of the file; `''`: not saved yet, or not reported, as for guests on the web. */
export function documentUrl(): string {
  return officeContext()?.document?.url ?? '';
}

/** https://learn.microsoft.com/javascript/api/office/office.document#office-office-document-mode-member */
export function isReadOnly(): boolean {
  return officeContext()?.document?.mode === 'readOnly';
}

/** https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets */
export function supportsExcelApi(version: string): boolean {
  return officeContext()?.requirements?.isSetSupported('ExcelApi', version) === true;
}

function officeContext(): NonNullable<typeof Office>['context'] {
  return typeof Office === 'undefined' ? undefined : Office.context;
}
