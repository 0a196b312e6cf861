import { type FunctionSpec, RECIPES } from '../../shared/reference';
import { toAnchor } from './anchor';
import { ABOUT, GUIDES, RECIPES as RECIPES_SECTION, START, SYMPTOMS } from './contents';
import type { Guide } from './guides';
import { LinkList, type LinkListParts } from './link-list';
import { renderPage } from './page';
import { SearchBox } from './search-box';

interface IndexParts {
  readonly functions: readonly FunctionSpec[];
  /** By file. */
  readonly guides: ReadonlyMap<string, Guide>;
}

/** What most people need; the other functions are one page further. */
const OFTEN_USED: readonly string[] = [
  'TRACE_TECH',
  'TRACE_HAS_TECH',
  'TRACE_COMPANY',
  'TRACE_PARTNERS',
  'TRACE_PARTNERED',
  'TRACE_TECH_COMPANIES',
  'TRACE_SEARCH',
  'TRACE_COST',
];
const FIRST_RECIPES = 5;
const FIRST_SYMPTOMS = 6;

export function toIndexPage({ functions, guides }: IndexParts): string {
  const often = functions.filter(({ id }) => OFTEN_USED.includes(id));
  return renderPage({
    title: 'Help · Trace for Sheets & Excel',
    about:
      'Quick start, recipes, functions and problems of the Trace add-on for Google Sheets, Excel and the web workbook.',
    root: '',
    hasSearch: true,
    children: (
      <>
        <h1>Help with Trace in your spreadsheet</h1>
        <p class="lead">
          See which technologies each company uses and who its partners are, in Google Sheets, Excel or the web
          workbook.
        </p>
        <SearchBox />
        <div class="cards">
          <Card id={START.id} title={START.title} links={toLinks(START.pages, guides)} />
          <Card
            id={RECIPES_SECTION.id}
            title={RECIPES_SECTION.title}
            links={RECIPES.slice(0, FIRST_RECIPES).map(({ title }) => [
              `guides/recipes.html#${toAnchor(title)}`,
              title,
            ])}
            more={['guides/recipes.html', `All ${RECIPES.length} recipes`]}
          />
          <Card
            id={SYMPTOMS.id}
            title={SYMPTOMS.title}
            links={toLinks(SYMPTOMS.pages.slice(0, FIRST_SYMPTOMS), guides)}
            more={['problems.html', 'All problems']}
          />
          <Card
            id="functions"
            title="Functions"
            links={often.map(({ id }) => [`functions/${id}.html`, id])}
            more={['functions.html', `All ${functions.length} functions and their options`]}
          />
          <Card
            id={GUIDES.id}
            title={GUIDES.title}
            links={toLinks(GUIDES.pages, guides)}
            more={['functions.html#options', 'Options of functions']}
          />
          <Card id={ABOUT.id} title={ABOUT.title} links={toLinks(ABOUT.pages, guides)} />
        </div>
      </>
    ),
  });
}

interface CardParts extends LinkListParts {
  readonly id: string;
  readonly title: string;
}

function Card({ id, title, ...list }: CardParts) {
  return (
    <section class="card">
      <h2 id={id}>{title}</h2>
      <LinkList {...list} />
    </section>
  );
}

function toLinks(files: readonly string[], guides: ReadonlyMap<string, Guide>): LinkListParts['links'] {
  return files.flatMap((file) => {
    const guide = guides.get(file);
    return guide === undefined ? [] : [[guide.page, guide.title] as const];
  });
}
