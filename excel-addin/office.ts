import { PROBLEM_PREFIX, type TraceError } from '../shared/formulas';

/** What Excel passes to a function besides its arguments. `isInValuePreview` came with CustomFunctionsRuntime 1.5. */
export interface Invocation {
  onCanceled?: () => void;
  readonly isInValuePreview?: unknown;
  /** Of its cell, such as `'My sheet'!B2`, since `functions.json` asks for it. */
  readonly address?: unknown;
}

type Implementation = (...received: readonly unknown[]) => Promise<unknown>;

/**
 * The small part of Microsoft's globals that the functions use. Microsoft's types promise all of it; in fact `Error`
 * only exists once Excel's own part of office.js has loaded, and the web workbook may have no `Office` at all.
 */
declare const CustomFunctions: {
  associate(id: string, implementation: Implementation): void;
  readonly Error?: new (code: string, message: string) => object;
  readonly ErrorCode?: { readonly invalidValue: string; readonly notAvailable: string };
};
/** Settings that Excel keeps in the workbook: https://learn.microsoft.com/javascript/api/office/office.settings. */
export interface DocumentSettings {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  remove(name: string): void;
  saveAsync(callback: (result?: SettingsResult) => void): void;
  refreshAsync(callback: (result?: SettingsResult) => void): void;
  /** Only in the web workbook: nobody but this browser's user has written them. */
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
 * Before this, neither `Excel` nor the partition key exists. Excel also expects each page to call it:
 * https://learn.microsoft.com/office/dev/add-ins/develop/initialize-add-in. It may take minutes; `office-late.ts` says so.
 *
 * @returns whether Microsoft's script is there at all
 */
export async function officeReady(): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  await Office.onReady?.();
  return true;
}

/** Excel's own theme, which may differ from the browser's; `undefined` where it is unknown. */
export function officeTheme(): 'dark' | 'light' | undefined {
  const isDark = officeContext()?.officeTheme?.isDarkTheme;
  return isDark === undefined ? undefined : isDark ? 'dark' : 'light';
}

export function associate(id: string, implementation: Implementation): void {
  CustomFunctions.associate(id, implementation);
}

/**
 * An error cell on which Excel on the web shows the sentence; only these two kinds can. Excel on the desktop shows the bare
 * error (https://github.com/OfficeDev/office-js/issues/4971), so what a newcomer meets is a text, as in Google Sheets; so is
 * everything where there are no error cells. Source: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors.
 */
export function toErrorCell({ code, kind, message }: Pick<TraceError, 'code' | 'kind' | 'message'>): object | string {
  const { Error: ErrorCell, ErrorCode: codes } = CustomFunctions;
  if (kind === 'text' || ErrorCell === undefined || codes === undefined) return PROBLEM_PREFIX + message;
  const cell = new ErrorCell(kind === 'value' ? codes.invalidValue : codes.notAvailable, message);
  // Not enumerable, so that Excel does not see it; the web workbook finds the problem's page by it.
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
 * The prefix that separates what the browser stores for each top-level site that embeds Excel; empty where none is
 * needed. Source: https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings.
 */
export function partitionKey(): string {
  return officeContext()?.partitionKey ?? '';
}

/** https://learn.microsoft.com/javascript/api/office/office.platformtype; `''`: unknown. */
export function platform(): string {
  return officeContext()?.platform ?? '';
}

/** Absent outside Excel. */
export function documentSettings(): DocumentSettings | undefined {
  return officeContext()?.document?.settings;
}

/** The address of the file; `''`: not saved yet, or not told, as to guests on the web. */
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
