declare const Office:
  | {
      readonly addin?: {
        /**
         * Since SharedRuntime 1.2, and in Excel only:
         * https://learn.microsoft.com/javascript/api/office/office.beforedocumentclosenotification.
         */
        readonly beforeDocumentCloseNotification?: { enable(): Promise<void>; disable(): Promise<void> };
      };
      readonly context?: { readonly requirements?: { isSetSupported(name: string, version: string): boolean } };
    }
  | undefined;

/** Makes Excel ask before it closes the workbook, if it can. */
export function askBeforeClosing(isOn: boolean): void {
  if (typeof Office === 'undefined') return;
  if (Office.context?.requirements?.isSetSupported('SharedRuntime', '1.2') !== true) return;
  const question = Office.addin?.beforeDocumentCloseNotification;
  (isOn ? question?.enable() : question?.disable())?.catch(() => undefined);
}
