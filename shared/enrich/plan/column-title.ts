/** What people call a column, and what that says of its cells. */

const COMPANY =
  'company|account|lead|organi[sz]ation|customer|client|prospect|supplier|vendor|partner|competitor|brand';
const OF_COMPANY = `(?:${COMPANY}|business|firm|employer)`;
const ADDRESS = '(?:name|domain|web ?site|site|url|homepage|e-?mail|slug)';
const COMPANIES = new RegExp(
  `^(?:(?:${OF_COMPANY} )?${ADDRESS}s?(?: (?:address|name|url))?|companies|${OF_COMPANY}s?)$`,
  'i',
);

/** Of people, of places, and what someone writes about a company. */
const OTHERS =
  /^((job |account )?(title|role|position|seniority|function|department)|(deal |lead |account )?(notes?|comments?|description|about|summary|details|status|stage|source|tags?|owner|manager|rep|type|tier|segment|priority)|next steps?|(first|last|full|contact|owner|customer contact|middle)[ ]name|contacts?|persons?|people|salutation|greeting|gender|city|country|state|region|street|address|zip( code)?|postal code|phone( number)?|mobile|industry|sector|category|date|created( at| on)?|updated( at| on)?|language|currency|id)$/i;

/** Whether a title says that companies follow, by name or by address. */
export function isCompanyTitle(title: string): boolean {
  return COMPANIES.test(squeeze(title));
}

/** Whether a title says that something else follows than companies. */
export function isOtherTitle(title: string): boolean {
  return OTHERS.test(squeeze(title));
}

function squeeze(title: string): string {
  return title
    .trim()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[:?]$/, '')
    .replace(/\be mail/i, 'e-mail');
}
