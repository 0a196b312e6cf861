import type { PageSettings } from './page-settings';

const PLACE = '<span id="answered-by"></span>';
const SANDBOX = 'The sandbox answers: real companies with example facts; technologies and partners are made up.';
const IN_PAGE =
  'The sandbox in this page answers: real companies with example facts; technologies and partners are made up. Loading the page again empties its lists.';

/**
 * Writes into the page which service answers. A script would write it after the page is drawn, and a longer line moves
 * everything below.
 */
export function sayWhoAnswers(html: string, { sandbox, answeredBy, demo = false }: PageSettings): string {
  const live = `${answeredBy ?? 'The real service'} answers, with your own key.`;
  const sentence = demo ? IN_PAGE : sandbox ? SANDBOX : live;
  return html.replace(PLACE, `<span id="answered-by">${sentence}</span>`);
}
