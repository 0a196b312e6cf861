/** The workbook may hold the user's API key, so only this machine may reach it. */
export const HOST = '127.0.0.1';
/** An uncommon one: pages of other programs at the same address would share the browser's storage. */
export const PORT = 4_011;
