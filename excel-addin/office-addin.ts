/** The part of Microsoft's globals that is about the panel and its commands: https://learn.microsoft.com/javascript/api/office/office.addin. */
declare const Office:
  | {
      readonly actions?: { associate(id: string, act: (event?: CommandEvent) => void): void };
      readonly addin?: {
        showAsTaskpane?(): Promise<void>;
        onVisibilityModeChanged?(handler: (message: { readonly visibilityMode: string }) => void): Promise<unknown>;
        /** Since SharedRuntime 1.2, and in Excel only. */
        readonly beforeDocumentCloseNotification?: { enable(): Promise<void>; disable(): Promise<void> };
      };
      readonly context?: { readonly requirements?: { isSetSupported(name: string, version: string): boolean } };
    }
  | undefined;

/** https://learn.microsoft.com/javascript/api/office/office.addincommands.event */
interface CommandEvent {
  completed?(): void;
}

type Addin = NonNullable<NonNullable<typeof Office>['addin']>;

function addin(): Addin | undefined {
  return typeof Office === 'undefined' ? undefined : Office.addin;
}

/** Whether Excel can open the panel by itself. */
export function canOpen(): boolean {
  return typeof addin()?.showAsTaskpane === 'function';
}

export async function openPanel(): Promise<void> {
  try {
    await addin()?.showAsTaskpane?.();
  } catch {
    // It stays closed, and opens by its button.
  }
}

/** Calls back when Excel shows the panel or hides it, where it tells. */
export function onVisibility(callback: (isShown: boolean) => void): void {
  const told = addin()?.onVisibilityModeChanged?.(({ visibilityMode }) => callback(visibilityMode !== 'Hidden'));
  told?.catch(() => undefined);
}

/** A command of the ribbon, of a menu or of the keyboard. Excel waits until it is told that the command is done. */
export function associateCommand(id: string, act: () => Promise<void>): void {
  if (typeof Office === 'undefined') return;
  Office.actions?.associate(id, (event) => void act().finally(() => event?.completed?.()));
}

/** Has Excel ask before it closes the workbook, where it can. */
export function askBeforeClosing(isOn: boolean): void {
  if (typeof Office === 'undefined') return;
  if (Office.context?.requirements?.isSetSupported('SharedRuntime', '1.2') !== true) return;
  const question = Office.addin?.beforeDocumentCloseNotification;
  (isOn ? question?.enable() : question?.disable())?.catch(() => undefined);
}
