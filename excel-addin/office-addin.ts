/**
 * The part of Microsoft's globals that concerns the panel:
 * https://learn.microsoft.com/javascript/api/office/office.addin.
 */
declare const Office:
  | {
      readonly addin?: {
        onVisibilityModeChanged?(handler: (message: { readonly visibilityMode: string }) => void): Promise<unknown>;
      };
    }
  | undefined;

/** Calls back when Excel shows or hides the panel, if it reports that. */
export function onVisibility(callback: (isShown: boolean) => void): void {
  if (typeof Office === 'undefined') return;
  Office.addin
    ?.onVisibilityModeChanged?.(({ visibilityMode }) => callback(visibilityMode !== 'Hidden'))
    .catch(() => undefined);
}
