import { renderPage, withLandingPage } from '../docs/site/page';

/** The film's own size, so that nothing moves when it arrives. */
const FILM = { width: 960, height: 512 };

const JOBS = [
  [
    'Which of my accounts use Shopify?',
    'A column of domains becomes a sheet that you can filter by technology.',
    'docs/guides/recipes.html#which-accounts-use-',
  ],
  [
    'Add the tech stack to a CRM export',
    'Open a CSV, choose columns, see the price, and fill them. One click undoes it.',
    'docs/guides/enriching.html',
  ],
  [
    'Which of my leads partner with HubSpot?',
    'See who already works with the vendors that you sell with.',
    'docs/guides/recipes.html#which-leads-partner-with-',
  ],
] as const;

/** Google asks the homepage of an add-on to say what each permission is for. */
const PERMISSIONS = [
  'See and change the spreadsheet that is open: it reads the companies that you select, and writes the answers beside them. It reaches no other file.',
  'Connect to an external service: it sends the companies and your API key to api.tracedata.ai, and to no other address.',
  'Show its menu and its panel inside the spreadsheet.',
];

/** The first page of the site. */
export function toLandingPage(): string {
  const page = renderPage({
    title: 'Trace for Sheets & Excel: technologies and partners of companies in your spreadsheet',
    about: 'Turn a column of company domains into technologies, partners and company facts, in Google Sheets or Excel.',
    root: 'docs/',
    hasSearch: true,
    children: (
      <>
        <h1>Technologies and partners of each company in your sheet</h1>
        <p class="lead">
          Turn a column of company domains into the technologies that each company uses, its partners and company facts,
          in Google Sheets or Excel.
        </p>
        <p class="actions">
          <a class="action" href="demo.html">
            Try it in your browser
          </a>
          <a href="docs/guides/google-sheets.html">Get it for Google Sheets</a>
          <a href="docs/guides/excel.html">Get it for Excel</a>
        </p>
        <p>
          The demo needs no account, no key and no installation. Its companies are real, their technologies are made up.
        </p>
        <picture>
          <source srcset="docs/screenshots/workbook-enriching.png" media="(prefers-reduced-motion: reduce)" />
          <source srcset="film/enrich-dark.webp" media="(prefers-color-scheme: dark)" />
          <img
            src="film/enrich-light.webp"
            {...FILM}
            alt="A list of companies is opened, a column is selected, columns are chosen for a price, filled, summed up in bars, and taken back with one click"
          />
        </picture>
        <h2>Start with a job</h2>
        <div class="cards">
          {JOBS.map(([title, about, page]) => (
            <section class="card">
              <h3>
                <a href={page}>{title}</a>
              </h3>
              <p>{about}</p>
            </section>
          ))}
        </div>
        <h2>What it costs</h2>
        <p>
          1 credit a company, then free for 30 days, however often the sheet recalculates. A partner costs 1 credit too.
          You see the price before you spend, and formulas stop at 500 credits a day in each file unless you change
          that. <a href="docs/guides/spending.html">Who pays, and how to set a limit</a>
        </p>
        <h2>What it may do in Google Sheets</h2>
        <ul>
          {PERMISSIONS.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>
          <a href="docs/guides/privacy.html">What is sent and what is kept</a>
        </p>
        <h2>What has been checked</h2>
        <p>
          Neither add-on has run in a real Google account or in Excel itself yet; both were tested against stand-ins.
          The live Trace API has not been called either. <a href="docs/guides/checked.html">What has been checked</a>
        </p>
      </>
    ),
  });
  return withLandingPage(page);
}
