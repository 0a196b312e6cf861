/** Google's sentences are in the user's language, and the address of the scope that is missing stands in each of them. */
const SCOPE = /googleapis\.com\/auth\//;

/**
 * Lets Google ask the user for what has not been allowed yet, and ends the run there: people may tick one permission and
 * leave another (https://developers.google.com/apps-script/concepts/scopes). Only a menu item can ask; a call of the
 * sidebar cannot.
 */
export function requireConsent(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}

/** Whether Google threw this because its user has not allowed something. */
export function isConsentMissing(thrown: unknown): boolean {
  return SCOPE.test(String((thrown as { readonly message?: unknown } | null)?.message ?? thrown));
}
