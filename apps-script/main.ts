/**
 * The functions that the bundle's top-level functions delegate to; `shared/catalogue/derive/sheets-stubs.ts` writes
 * those.
 */
export { callFunction } from './call-function';
export { onInstall, onOpen } from './menu';
export { rpc } from './rpc';
export { openSidebar } from './open-sidebar';
