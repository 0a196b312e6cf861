interface OfficeOptions {
  /** How long after the script has run Excel reports that it is ready. */
  readonly readyAfterMs?: number;
}

/**
 * The text of an office.js for a page in a browser, with an Excel that starts the page for its formulas while the
 * panel is closed, as strictly as store add-ins have experienced it:
 *
 * - `showAsTaskpane` opens nothing and never answers
 * (https://learn.microsoft.com/office/dev/add-ins/develop/show-hide-add-in).
 * - The panel is reported as hidden at its start, and never as shown by itself: a test calls `told.show(mode)`.
 * - `onReady` may come late, and nothing of the workbook exists before: neither `Office.context` nor `Excel`.
 * - The file has no address.
 *
 * Its workbook has no cells: every property of it is another empty object and every list is empty. It counts how
 * often it was asked (`told.runs`), and handlers on the selection (`told.watches`).
 */
export function officePage({ readyAfterMs = 0 }: OfficeOptions = {}): string {
  return `(() => {
    const told = (window.told = { runs: 0, watches: 0, opened: 0, hidden: false, actions: [] });
    const handlers = [];
    told.show = (visibilityMode) => {
      told.hidden = visibilityMode === 'Hidden';
      handlers.forEach((handler) => handler({ visibilityMode }));
    };
    const nothing = () => new Proxy(() => nothing(), {
      get: (_target, name) => (name === 'then' ? undefined : name === 'items' ? [] : nothing()),
    });
    const onSelectionChanged = {
      add() {
        told.watches += 1;
        return { context: { sync: async () => undefined }, remove: () => void (told.watches -= 1) };
      },
    };
    const workbook = new Proxy(nothing(), {
      get: (target, name) => (name === 'onSelectionChanged' ? onSelectionChanged : target[name]),
    });
    const start = () => {
      window.Office.context = { document: { url: '' }, requirements: { isSetSupported: () => true } };
      window.Excel = {
        async run(_options, work) {
          told.runs += 1;
          return work({ workbook, sync: async () => undefined });
        },
      };
      return { host: 'Excel', platform: 'PC' };
    };
    const later = new Promise((resolve) => (${readyAfterMs} === 0 ? resolve() : setTimeout(resolve, ${readyAfterMs})));
    const ready = later.then(start);
    window.Office = {
      async onReady(callback) {
        const info = await ready;
        callback?.(info);
        return info;
      },
      actions: { associate: (id) => void told.actions.push(id) },
      addin: {
        async onVisibilityModeChanged(handler) {
          handlers.push(handler);
          told.show('Hidden');
        },
        showAsTaskpane() {
          told.opened += 1;
          return new Promise(() => undefined);
        },
      },
    };
    window.CustomFunctions = {
      _association: { mappings: {} },
      Error,
      ErrorCode: {},
      associate(id, act) {
        this._association.mappings[id] = act;
      },
    };
  })();`;
}
