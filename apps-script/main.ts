/**
 * What `Code.js` has ready at its start. `shared/catalogue/derive/sheets-stubs.ts` writes the top-level functions that
 * delegate to these and to `rare-part.ts`.
 */
export { callFunction } from './call-function';
export { onInstall, onOpen } from './menu';
