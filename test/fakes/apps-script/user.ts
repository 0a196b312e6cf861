/** The user who works in the spreadsheet. Both may edit it; it belongs to the owner. */
export type User = 'owner' | 'editor';
