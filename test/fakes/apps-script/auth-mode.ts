/** The authorization of a run: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';

/** What a run may use. `openUi`: sidebars and dialogs; `ui`: the menu. */
export type Permission =
  | 'ui'
  | 'openUi'
  | 'document'
  | 'documentWrite'
  | 'cache'
  | 'lock'
  | 'properties'
  | 'urlFetch'
  | 'session';

const ALLOWED: Readonly<Record<AuthMode, readonly Permission[]>> = {
  NONE: ['ui'],
  LIMITED: ['ui', 'document', 'documentWrite', 'cache', 'lock', 'properties', 'session'],
  CUSTOM_FUNCTION: ['document', 'cache', 'lock', 'properties', 'urlFetch'],
  FULL: ['ui', 'openUi', 'document', 'documentWrite', 'cache', 'lock', 'properties', 'urlFetch', 'session'],
};

const SCOPES = 'https://www.googleapis.com/auth/';
const SCOPE_OF: Readonly<Partial<Record<Permission, string>>> = {
  ui: `${SCOPES}script.container.ui`,
  openUi: `${SCOPES}script.container.ui`,
  document: `${SCOPES}spreadsheets.currentonly`,
  documentWrite: `${SCOPES}spreadsheets.currentonly`,
  urlFetch: `${SCOPES}script.external_request`,
};

/** The scope that a user must grant for it, in a run with full authorization; `null`: none. */
export function scopeOf(permission: Permission): string | null {
  return SCOPE_OF[permission] ?? null;
}

export function isAllowed(mode: AuthMode, permission: Permission): boolean {
  return ALLOWED[mode].includes(permission);
}
