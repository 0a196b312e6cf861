import type { Publisher } from '../../stores/publisher';

const START = '<!-- Written by npm run generate from stores/publisher.json. Do not edit. -->';
const END = '<!-- End -->';
const UNKNOWN = 'This copy names no address. Ask the person who gave you Trace.';

/** The page with its list of addresses as the settings have them. */
export function writeContacts(page: string, publisher: Publisher): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start === -1 || end === -1) throw new Error('the page has no place for addresses');
  return `${page.slice(0, start)}${START}\n\n${toContacts(publisher)}\n\n${page.slice(end)}`;
}

function toContacts({ supportEmail, securityEmail, repository }: Publisher): string {
  const lines = [
    ['Support', supportEmail],
    ['Bugs in the add-on', repository],
    ['Security vulnerabilities, in private', securityEmail],
  ].map(([what, address]) => `- **${what}**: ${address === '' ? UNKNOWN : `<${address}>`}`);
  return lines.join('\n');
}
