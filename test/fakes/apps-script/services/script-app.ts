import type { Run } from '../run';

/** https://developers.google.com/apps-script/reference/script/script-app; constants exist in every mode. */
export function makeScriptApp(run: Run): object {
  return {
    AuthMode: { NONE: 'NONE', LIMITED: 'LIMITED', FULL: 'FULL', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION' },
    /** Ends the run if a scope is missing; Google then asks its user. */
    requireAllScopes(authMode: unknown) {
      run.call('ScriptApp.requireAllScopes', null);
      if (authMode !== 'FULL') run.fail(`The parameters do not match the method signature: ${String(authMode)}`);
      if (run.state.withheldScopes.size > 0) run.fail('Authorization is required to perform that action.');
    },
    getScriptId() {
      run.call('ScriptApp.getScriptId', 'session');
      return 'script-id';
    },
  };
}

/** https://developers.google.com/apps-script/reference/base/session */
export function makeSession(run: Run): object {
  return {
    getActiveUserLocale() {
      run.call('Session.getActiveUserLocale', null);
      return 'en';
    },
    getTemporaryActiveUserKey() {
      run.call('Session.getTemporaryActiveUserKey', 'session');
      return `temporary-${run.user}`;
    },
  };
}
