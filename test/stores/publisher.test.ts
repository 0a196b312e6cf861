import { readFileSync } from 'node:fs';
import { CONTACTS, toCodeOwners, writeContacts } from '../../docs/site/contacts';
import { writeStart } from '../../docs/site/readme-start';
import { toGuide } from '../../docs/site/guides';
import { checkPublisher, PUBLISHER_FILE, readPublisher } from '../../stores/publisher';

const FILLED = readPublisher(readFileSync('test/stores/publisher.example.json', 'utf8'));
const SUPPORT = readFileSync('docs/support.md', 'utf8');

it('settings that are filled in may be released', () => expect(checkPublisher(FILLED)).toEqual([]));

it.each([
  ['supportEmail', 'the email address of support, for the help pages'],
  ['securityEmail', 'the email address for security reports'],
  ['website', "the publisher's website, for both stores"],
  ['repository', 'the address where people report bugs'],
  ['site', 'the address of the public site, which README links to'],
  ['termsOfService', "the address of the terms of service, for Google's store"],
  ['licenseAgreement', "the address of the license agreement, for Microsoft's store"],
  ['owners', 'the GitHub accounts or teams that review changes, such as @trace/add-ins'],
])('a release is refused while %s is blank', (field, purpose) => {
  expect(checkPublisher({ ...FILLED, [field]: '' })).toEqual([
    `stores/publisher.json: ${field} is blank. Fill in ${purpose}.`,
  ]);
});

it.each([
  ['supportEmail', 'support'],
  ['website', 'http://trace.example'],
  ['repository', 'https://localhost'],
  ['owners', 'trace'],
])('a release is refused where %s is %s', (field, text) => {
  expect(checkPublisher({ ...FILLED, [field]: text })).toEqual([
    expect.stringMatching(`^stores/publisher\\.json: ${field} cannot be "${text}"\\.`),
  ]);
});

it('what the file lacks, or has as no text, is blank', () => {
  expect(readPublisher('{"website":7,"repository":" https://code.example/trace "}')).toEqual({
    supportEmail: '',
    securityEmail: '',
    website: '',
    repository: 'https://code.example/trace',
    site: '',
    termsOfService: '',
    licenseAgreement: '',
    owners: '',
  });
});

it.each(Object.entries(CONTACTS))('%s has the addresses of the settings: npm run generate', (path, contacts) => {
  const page = readFileSync(path, 'utf8');
  expect(writeContacts(page, contacts, readPublisher(readFileSync(PUBLISHER_FILE, 'utf8')))).toBe(page);
});

it('the owners of the settings review every change: npm run generate', () => {
  expect(toCodeOwners(FILLED)).toContain('\n* @trace-example/add-ins\n');
  expect(readFileSync('.github/CODEOWNERS', 'utf8')).toBe(
    toCodeOwners(readPublisher(readFileSync(PUBLISHER_FILE, 'utf8'))),
  );
});

it('README leads to the demo, by way of GitHub until the site has an address: npm run generate', () => {
  const readme = readFileSync('README.md', 'utf8');
  const published = writeStart(readme, FILLED);
  expect(published).toContain(
    '\n**Start:** [Try it without a key](#try-it-without-a-key) · [Try it in your browser](https://trace-example.github.io/trace/demo.html) · [Google Sheets]',
  );
  expect(writeStart(published, FILLED)).toBe(published);
  const unpublished = writeStart(published, { ...FILLED, site: '' });
  expect(unpublished).toContain(
    '\n**Start:** [Try it without a key](#try-it-without-a-key) · [Try it in your browser](../../deployments/github-pages) · [Google Sheets]',
  );
  expect(writeStart(readme, readPublisher(readFileSync(PUBLISHER_FILE, 'utf8')))).toBe(readme);
});

it('people can write to the addresses that are filled in', () => {
  const { html } = toGuide('support', writeContacts(SUPPORT, CONTACTS['docs/support.md']!, FILLED));
  expect(html).toContain('<strong>Support</strong>: <a href="mailto:support@trace.example">support@trace.example</a>');
  expect(html).toContain('<a href="https://code.example/trace">');
  expect(html).not.toContain('names no address');
});

it('if an address is blank, the page says whom to ask', () => {
  const { html } = toGuide(
    'support',
    writeContacts(SUPPORT, CONTACTS['docs/support.md']!, { ...FILLED, supportEmail: '' }),
  );
  expect(html).toContain('<strong>Support</strong>: This copy names no address. Ask the person who gave you Trace.');
});
