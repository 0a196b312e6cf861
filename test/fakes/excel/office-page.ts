interface OfficeOptions {
  /** How long after the script has run Excel says that it is ready. */
  readonly readyAfterMs?: number;
}

/**
 * Text of an office.js for a page in a browser, with an Excel that starts the page for its formulas while the panel is
 * closed, as strict as add-ins from the store have met it:
 *
 * - `showAsTaskpane` opens nothing and never answers (https://learn.microsoft.com/office/dev/add-ins/develop/show-hide-add-in).
 * - After `Hidden` no `Taskpane` need follow: a test tells either by `told.show(mode)`.
 * - `onReady` may come late, and nothing of the workbook is there before: neither `Office.context` nor `Excel`.
 *
 * What it cannot do: its workbook has no cells. Every property of it is another empty thing, every list is empty, and
 * it counts only how often somebody asks (`told.runs`).
 */
export function officePage({ readyAfterMs = 0 }: OfficeOptions = {}): string {
  return `(() => {
    const told = (window.told = { runs: 0, opened: 0, hidden: false, actions: [] });
    const handlers = [];
    told.show = (visibilityMode) => {
      told.hidden = visibilityMode === 'Hidden';
      handlers.forEach((handler) => handler({ visibilityMode }));
    };
    const nothing = () => new Proxy(() => nothing(), {
      get: (_target, name) => (name === 'then' ? undefined : name === 'items' ? [] : nothing()),
    });
    const start = () => {
      window.Office.context = { requirements: { isSetSupported: () => true } };
      window.Excel = {
        async run(_options, work) {
          told.runs += 1;
          return work({ workbook: nothing(), sync: async () => undefined });
        },
      };
      return { host: 'Excel', platform: 'PC' };
    };
    const ready = ${readyAfterMs} === 0
      ? Promise.resolve(start)
      : new Promise((resolve) => setTimeout(() => resolve(start), ${readyAfterMs}));
    let info;
    const onReady = ready.then((begin) => (info ??= begin()));
    window.Office = {
      async onReady(callback) {
        const found = await onReady;
        callback?.(found);
        return found;
      },
      actions: { associate: (id) => void told.actions.push(id) },
      addin: {
        async onVisibilityModeChanged(handler) {
          handlers.push(handler);
          told.hidden = true;
          handler({ visibilityMode: 'Hidden' });
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
      associate(id, act) { this._association.mappings[id] = act; },
    };
  })();`;
}
