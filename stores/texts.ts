/**
 * What people read about the add-ons before they have them. The stores' forms and the manifests use these texts, and
 * `check.ts` checks them against each store's limits.
 */
export const PRODUCT = {
  /** What people call it, as menus, buttons and guides do. */
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
• Start from a recipe: click a job such as “Which accounts use …”, “Score accounts by fit” or “Compare two companies”, see the price, and get a sheet with working formulas.
• Check for changes: see which technologies and partners your companies adopted or dropped since you last looked.
• Show the result: an overview sheet with totals and charts, ready to print.
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
No account? Sign up at https://app.tracedata.ai. There, open Settings > API Key and copy the key. Paste it into the panel of the add-on. You can remove it there at any time.`;

/** Why the Sheets add-on asks for each scope of appsscript.json: for Google's consent screen and its review. */
export const SCOPES: Readonly<Record<string, string>> = {
  'https://www.googleapis.com/auth/spreadsheets.currentonly':
    'Reads the company domains that the user has selected in the open spreadsheet, and writes the answers beside them: columns with technologies, partners and facts, and formulas that it rewrites after a problem. A read-only scope could not write the answers. No other file is read or changed, so no wider scope is asked for.',
  'https://www.googleapis.com/auth/script.external_request':
    'Sends the domains and the user’s API key to the Trace API at https://api.tracedata.ai and receives the answers. It is the only address in urlFetchWhitelist. Without this scope the add-on could show nothing.',
  'https://www.googleapis.com/auth/script.container.ui':
    'Shows the menu and the panel of the add-on inside the spreadsheet. In the panel the user sets the API key, sees the price before a lookup, and starts, pauses and undoes an enrichment.',
};

/**
 * The one text in which Google's form takes the reasons for all scopes, of at most 1,000 characters:
 * https://support.google.com/cloud/answer/13464321.
 */
export const COMBINED_REASON =
  'The user selects a column of company domains in the open spreadsheet and gets technologies, partners and facts of these companies beside it. spreadsheets.currentonly reads the selected domains and writes the answers into the same file; a read-only scope could not write, and no other file is touched. script.external_request sends the domains and the user’s own API key to https://api.tracedata.ai, the only address in urlFetchWhitelist. script.container.ui shows the menu and the panel, where the user sets the key, sees the price before each lookup, and starts, pauses and undoes an enrichment. Nothing is sent anywhere else, and data of the spreadsheet is used for nothing else.';

/** What the video for Google's verification shows, scene by scene. Google asks for the consent screen in English, with the app's name and client id. */
export const VERIFICATION_VIDEO: readonly string[] = [
  'Name the app. Show its page, with the same name and the three permissions.',
  'Install the draft from its Marketplace address. Show the whole consent screen: name, client id in the address bar, each permission. Allow.',
  'In a new spreadsheet, choose **Extensions > Add-ons > Manage add-ons**, **Use in this document**, and load the page again.',
  'Open the panel (script.container.ui). Paste a key and choose **Save**.',
  'Type `=TRACE_` and show the list of functions. Enter `=TRACE_TECH(A2)` beside `stripe.com`; the answer appears (script.external_request).',
  'Select three domains, choose columns, show the price, enrich, undo (spreadsheets.currentonly).',
  'Remove the key. Choose **Remove Trace from this file**.',
];

/** What Google checks apart from the form. */
export const BEFORE_VERIFICATION: readonly string[] = [
  'Use one Cloud project for the pilot with draft testers and another for the published add-on: a change of scopes in a verified project starts its verification again.',
  'Verify the domain of the homepage in Search Console. The homepage names the app and says what each permission is for; `npm run site` builds it.',
  'Finish the verification of name and logo first, and then ask for the scopes.',
  'The scopes are the same in `appsscript.json`, on the consent screen and in **App Configuration**.',
  'Declare whether you are a trader, which the European Union asks of everyone who offers an app for business.',
  'A draft tester walks through the video’s scenes with the version that is submitted.',
];

/** Why the Excel add-in asks for its one permission, `ReadWriteDocument`. */
export const EXCEL_PERMISSION =
  'Reads the selected company domains, and writes the answers beside them. It rewrites formulas that show a problem, which Excel allows only with this permission.';

/** Both stores show a video by the address of a service such as YouTube, which the film has to be uploaded to. */
export const FILM =
  'the address of an uploaded `docs/film/enrich-light.webp`, as a video: a list that is opened, enriched and taken back. `npm run film` records it';

export const GOOGLE = {
  /**
   * The same in the listing, on the consent screen and in the menu **Extensions**. Google refuses a name that says
   * nothing of the product, and one with the name of a Google product:
   * https://developers.google.com/workspace/marketplace/about-app-review.
   */
  title: 'Trace: Company Technologies & Partners',
  category: 'Business Tools > Sales & CRM',
  pricing: 'Free of charge with paid features',
} as const;

export const MICROSOFT = {
  /**
   * The same in Partner Center and in the manifest, which Microsoft compares. A name may end with the program that it
   * is for: https://learn.microsoft.com/legal/marketplace/certification-policies#1100-general.
   */
  title: 'Trace: company technologies for Excel',
  categories: ['Sales', 'Marketing', 'Analytics'],
  keywords: ['company data', 'technology lookup', 'partner data'],
  /** Microsoft asks whether an add-in needs a paid service (policy 1100.1). */
  additionalPurchases: 'Yes: lookups cost credits of a Trace account',
} as const;
