import type { Publisher } from '../../stores/publisher';

const START = '<!-- Written by npm run generate from stores/publisher.json. Do not edit. -->';
const END = '<!-- End -->';
const UNKNOWN = 'This copy names no address. Ask the person who gave you Trace.';

type Contact = readonly [purpose: string, setting: keyof Publisher];

const SECURITY: Contact = ['Security vulnerabilities, in private', 'securityEmail'];

/** The pages that contain addresses, by path, and which ones. */
export const CONTACTS: Readonly<Record<string, readonly Contact[]>> = {
  'docs/support.md': [['Support', 'supportEmail'], ['Bugs in the add-on', 'repository'], SECURITY],
  'SECURITY.md': [SECURITY],
  'CODE_OF_CONDUCT.md': [['Report what happened, in private', 'supportEmail']],
};

/** A page with its list of addresses filled in from the settings. */
export function writeContacts(page: string, contacts: readonly Contact[], publisher: Publisher): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start === -1 || end === -1) throw new Error('the page has no place for addresses');
  const lines = contacts.map(([purpose, setting]) => `- **${purpose}**: ${toAddress(publisher[setting])}`);
  return `${page.slice(0, start)}${START}\n\n${lines.join('\n')}\n\n${page.slice(end)}`;
}

/**
 * The people that GitHub asks to review every change.
 *
 * @see https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function toCodeOwners({ owners }: Publisher): string {
  const rule = owners === '' ? '# No one yet: fill in "owners".' : `* ${owners}`;
  return `# Written by npm run generate from stores/publisher.json. Do not edit.\n${rule}\n`;
}

function toAddress(text: string): string {
  return text === '' ? UNKNOWN : `<${text}>`;
}
