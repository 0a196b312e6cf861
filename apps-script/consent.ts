/** Google's sentences are in the user's language, but each contains the address of the missing scope. */
const SCOPE = /googleapis\.com\/auth\//;

/**
 * Lets Google ask the user for missing permissions, and ends the run there, since a user may grant one permission and
 * refuse another (https://developers.google.com/apps-script/concepts/scopes). Only a menu item can ask; a call from
 * the sidebar cannot.
 */
export function requireConsent(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}

/** Whether Google threw this because the user has not granted a permission. */
export function isConsentMissing(thrown: unknown): boolean {
  return SCOPE.test(String((thrown as { readonly message?: unknown } | null)?.message ?? thrown));
}
