/** What the top-level functions of the bundle delegate to; `shared/catalogue/derive/sheets-stubs.ts` writes those. */
export { callFunction } from './call-function';
export { onInstall, onOpen } from './menu';
export { rpc } from './rpc';
export { openSidebar } from './open-sidebar';
