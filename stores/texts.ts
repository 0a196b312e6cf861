/**
 * What people read about the add-ons before they have them. The stores' forms and the manifests use these texts, and
 * `check.ts` checks them against each store's limits.
 */
export const PRODUCT = {
  /** The same in both stores, on Google's consent screen and in Excel's manifest: stores compare them. */
  name: 'Trace',
  /** Must resemble the publisher's name in Microsoft's form. */
  publisher: 'Trace',
  locale: 'en-US',
  short: 'See the technologies and partners of companies. Needs a Trace account. Lookups cost credits.',
} as const;

/**
 * Names no product of Google or Microsoft: Google allows them in no listing's name, and elsewhere only with trademark
 * signs.
 */
export const DESCRIPTION = `Put a column of company domains into your spreadsheet. Trace shows which technologies each company uses, who its partners are, and facts such as industry and employees.

WHAT YOU CAN DO
• Enrich a column: select it, choose what to add, see the price, and start. You can pause, resume and undo.
• Type formulas: =TRACE_TECH(A2) shows the technologies of the company in A2, and =TRACE_COMPANY(A2:A100,"name, industry") shows facts about a whole column. There are 18 functions, each with a help page and examples.
• Explore one company, technology or vendor in the panel, and insert what you find.
• Find warm paths: see which companies in one column partner with those in another.
• Freeze formulas to plain values before you share the file, and restore them later.

WHAT IT COSTS
• The add-on is free. The answers come from Trace: you need a Trace account with an API key, and lookups cost credits of that account.
• Looking up a company costs 1 credit. For the next 30 days the same company is free, in every function and cell. A partner costs 1 credit as well.
• The panel shows the price before it spends. Formulas spend up to a daily limit for each file: 500 credits unless you change it. Recalculating within 30 days is free.
• Without a key you can practice with sample companies, at no cost.

YOUR DATA
• Trace receives your key and what you look up, search, save in lists, share or report. Nothing else leaves the spreadsheet. If the add-on uses its own server, that server only passes requests on and stores nothing. There is no telemetry and no advertising.
• Your key is never written into a cell or a file.
• One button removes what the add-on keeps in a file. Your cells stay as they are.

BEFORE YOU BEGIN
At app.tracedata.ai, open Settings > API Key and copy the key. Paste it into the panel of the add-on. You can remove it there at any time.`;

/** Why the Sheets add-on asks for each scope of appsscript.json: for Google's consent screen and its review. */
export const SCOPES: Readonly<Record<string, string>> = {
  'https://www.googleapis.com/auth/spreadsheets.currentonly':
    'Reads the company domains that the user has selected in the open spreadsheet, and writes the answers beside them: columns with technologies, partners and facts, and formulas that it rewrites after a problem. A read-only scope could not write the answers. No other file is read or changed, so no wider scope is asked for.',
  'https://www.googleapis.com/auth/script.external_request':
    'Sends the domains and the user’s API key to the Trace API at https://api.tracedata.ai and receives the answers. It is the only address in urlFetchWhitelist. Without this scope the add-on could show nothing.',
  'https://www.googleapis.com/auth/script.container.ui':
    'Shows the menu and the panel of the add-on inside the spreadsheet. In the panel the user sets the API key, sees the price before a lookup, and starts, pauses and undoes an enrichment.',
};

/** Why the Excel add-in asks for its one permission, `ReadWriteDocument`. */
export const EXCEL_PERMISSION =
  'Reads the selected company domains, and writes the answers beside them. It rewrites formulas that show a problem, which Excel allows only with this permission.';

export const GOOGLE = {
  category: 'Business Tools > Sales & CRM',
  pricing: 'Free of charge with paid features',
} as const;

export const MICROSOFT = {
  categories: ['Sales', 'Marketing', 'Analytics'],
  keywords: ['company data', 'technology lookup', 'partner data'],
  /** Microsoft asks whether an add-in needs a paid service (policy 1100.1). */
  additionalPurchases: 'Yes: lookups cost credits of a Trace account',
} as const;
