/** Categories of the catalog that most companies have something in. Trace knows them by these names in every language. */
export const USUAL_CATEGORIES = 'Payments, Analytics';
