/** A group of the Markdown pages of `docs/`, as the first page and the menus show them. */
interface Section {
  readonly id: string;
  readonly title: string;
  /** Files below `docs/` without `.md`, in order. */
  readonly pages: readonly string[];
}

export const START: Section = {
  id: 'start',
  title: 'Start here',
  pages: ['quick-start', 'google-sheets', 'excel', 'workbook'],
};

export const RECIPES: Section = {
  id: 'recipes',
  title: 'Recipes',
  pages: ['recipes'],
};

/** Problems by what users see before they know why. The most common ones come first. */
export const SYMPTOMS: Section = {
  id: 'problems',
  title: 'Problems',
  pages: [
    'symptoms/name-error',
    'symptoms/loading',
    'symptoms/busy',
    'symptoms/spill',
    'symptoms/na-or-value',
    'symptoms/trace-text',
    'symptoms/too-many-runs',
    'symptoms/parse-error',
    'symptoms/conditional-format',
    'symptoms/sheet-in-excel',
    'symptoms/formula-as-text',
    'symptoms/unexpected-credits',
    'symptoms/waits-for-credits',
    'symptoms/not-tracked',
    'symptoms/cut-list',
    'symptoms/old-answer',
    'symptoms/date-as-number',
    'symptoms/preview',
    'symptoms/menu-missing',
    'symptoms/panel-empty',
    'symptoms/panel-late',
    'symptoms/refused-to-connect',
    'symptoms/slow-panel-closed',
    'symptoms/add-in-gone',
    'symptoms/asked-to-trust',
  ],
};

export const GUIDES: Section = {
  id: 'guides',
  title: 'Guides',
  pages: [
    'enriching',
    'names',
    'undoing',
    'exploring',
    'building-formulas',
    'values',
    'lists',
    'changes',
    'spending',
    'diagnosing',
  ],
};

export const ABOUT: Section = {
  id: 'about',
  title: 'Support, privacy, administration',
  pages: ['support', 'privacy', 'accessibility', 'administrators'],
};

export const DEVELOPERS: Section = {
  id: 'developers',
  title: 'For developers',
  pages: [
    'developers',
    'checked',
    'performance',
    'release-checklist',
    'certification-notes',
    'api-coverage',
    'stored-formats',
    'decisions/2026-11-26-column-anchors',
    'decisions/2026-11-26-doors',
    'decisions/2026-11-27-texts-with-their-kind',
    'decisions/2026-11-27-lint-and-format',
    'decisions/2026-11-28-errors-as-facts',
    'decisions/2026-11-30-plain-bundles',
    'decisions/2026-12-01-beyond-one-machine',
    'decisions/2026-12-01-clock-trigger',
    'decisions/2026-12-01-freezing',
    'decisions/2026-12-01-record-by-company',
  ],
};

/** Every Markdown page of the site, once. A test compares the list with the folder. */
export const SECTIONS: readonly Section[] = [START, RECIPES, SYMPTOMS, GUIDES, ABOUT, DEVELOPERS];
