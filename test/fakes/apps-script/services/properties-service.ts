import type { PropertyStore } from './property-store';
import type { Run } from '../run';

const TOO_MANY = 'Service invoked too many times for one day: properties.';

/** https://developers.google.com/apps-script/reference/properties/properties-service */
export function makePropertiesService(run: Run): object {
  const { state } = run;
  return {
    getUserProperties() {
      run.call('PropertiesService.getUserProperties', 'properties');
      // A formula reads the properties of the spreadsheet's owner, whoever typed it:
      // https://developers.google.com/apps-script/guides/sheets/functions
      const isFormula = run.authMode === 'CUSTOM_FUNCTION';
      const mayWrite = !isFormula || run.user === 'owner';
      return makeProperties(run, 'UserProperties', state.userProperties[isFormula ? 'owner' : run.user], mayWrite);
    },
    getDocumentProperties() {
      run.call('PropertiesService.getDocumentProperties', 'properties');
      if (run.lacks('properties')) return null;
      return makeProperties(run, 'DocumentProperties', state.documentProperties, true);
    },
    getScriptProperties() {
      run.call('PropertiesService.getScriptProperties', 'properties');
      return makeProperties(run, 'ScriptProperties', state.scriptProperties, true);
    },
  };
}

function makeProperties(run: Run, name: string, store: PropertyStore, mayWrite: boolean): object | null {
  if (store.isMissing) return null;
  const call = (method: string): void => {
    run.call(`${name}.${method}`, 'properties');
    if (store.fault !== null) run.fail(store.fault);
    if (!run.state.propertyCalls[run.user].admits(run.state.clock.nowMs())) run.fail(TOO_MANY);
  };
  const change = (method: string): void => {
    call(method);
    if (!mayWrite) run.fail(`You do not have permission to call ${name}.${method}.`);
  };
  const write = (key: string, value: unknown): void => {
    const refusal = store.write(key, String(value));
    if (refusal !== null) run.fail(refusal);
  };
  return {
    getKeys() {
      call('getKeys');
      return run.realm.toContext(store.names());
    },
    getProperties() {
      call('getProperties');
      return run.realm.toContext(store.read());
    },
    getProperty(key: string) {
      call('getProperty');
      return store.readOne(key);
    },
    setProperty(key: string, value: unknown) {
      change('setProperty');
      write(key, value);
    },
    setProperties(values: Readonly<Record<string, unknown>>, deleteAllOthers = false) {
      change('setProperties');
      if (deleteAllOthers) store.clear();
      for (const [key, value] of Object.entries(values)) write(key, value);
    },
    deleteProperty(key: string) {
      change('deleteProperty');
      store.remove(key);
    },
    deleteAllProperties() {
      change('deleteAllProperties');
      store.clear();
    },
  };
}
