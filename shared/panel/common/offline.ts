/** Whether the browser says that this computer has no network. A page of this computer can be reached anyway. */
export function isOffline(): boolean {
  const { navigator } = globalThis as { readonly navigator?: { readonly onLine?: boolean } };
  return navigator?.onLine === false;
}
