/** The part of Microsoft's globals that is about the panel and its commands: https://learn.microsoft.com/javascript/api/office/office.addin. */
declare const Office:
  | {
      readonly actions?: { associate(id: string, act: (event?: CommandEvent) => void): void };
      readonly addin?: {
        showAsTaskpane?(): Promise<void>;
        onVisibilityModeChanged?(handler: (message: { readonly visibilityMode: string }) => void): Promise<unknown>;
      };
    }
  | undefined;

/** https://learn.microsoft.com/javascript/api/office/office.addincommands.event */
interface CommandEvent {
  completed?(): void;
}

function office(): typeof Office {
  return typeof Office === 'undefined' ? undefined : Office;
}

/** Whether Excel can open the panel by itself. */
export function canOpen(): boolean {
  return office()?.addin?.showAsTaskpane !== undefined;
}

/** If Excel refuses, it stays closed and opens by its button. */
export async function openPanel(): Promise<void> {
  await office()
    ?.addin?.showAsTaskpane?.()
    .catch(() => undefined);
}

/** Calls back when Excel shows the panel or hides it, where it tells. */
export function onVisibility(callback: (isShown: boolean) => void): void {
  office()
    ?.addin?.onVisibilityModeChanged?.(({ visibilityMode }) => callback(visibilityMode !== 'Hidden'))
    .catch(() => undefined);
}

/** A command of the ribbon, of a menu or of the keyboard. Excel waits until it is told that the command is done. */
export function associateCommand(id: string, act: () => Promise<void>): void {
  office()?.actions?.associate(id, (event) => void act().then(() => event?.completed?.()));
}
