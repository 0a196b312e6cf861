import { readFileSync } from 'node:fs';

/**
 * The publisher of the add-ons: addresses and links that the help pages and the stores' forms show. They are stored
 * only in `stores/publisher.json`.
 */
export interface Publisher {
  readonly supportEmail: string;
  readonly securityEmail: string;
  readonly website: string;
  readonly repository: string;
  /** The public site that `npm run site` builds. README links to its demo. */
  readonly site: string;
  readonly termsOfService: string;
  readonly licenseAgreement: string;
  /** GitHub accounts or teams that review every change, such as `@trace/add-ins @ada`. */
  readonly owners: string;
}

/** Paths are relative to the project, where npm runs its scripts. @internal */
export const PUBLISHER_FILE = 'stores/publisher.json';

/** The purpose of each field, for the person who fills it in. */
const PURPOSES: Readonly<Record<keyof Publisher, string>> = {
  supportEmail: 'the email address of support, for the help pages',
  securityEmail: 'the email address for security reports',
  website: "the publisher's website, for both stores",
  repository: 'the address where people report bugs',
  site: 'the address of the public site, which README links to',
  termsOfService: "the address of the terms of service, for Google's store",
  licenseAgreement: "the address of the license agreement, for Microsoft's store",
  owners: 'the GitHub accounts or teams that review changes, such as @trace/add-ins',
};
const FIELDS = Object.keys(PURPOSES) as (keyof Publisher)[];

/** The settings of this build: from the file that `TRACE_PUBLISHER` names, or else from the project's. */
export function loadPublisher(): Publisher {
  return readPublisher(readFileSync(process.env['TRACE_PUBLISHER'] ?? PUBLISHER_FILE, 'utf8'));
}

/** Reads the settings file. A field that is missing or not a text is blank. @internal */
export function readPublisher(json: string): Publisher {
  const value: unknown = JSON.parse(json);
  const settings = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return Object.fromEntries(
    FIELDS.map((field) => {
      const text = settings[field];
      return [field, typeof text === 'string' ? text.trim() : ''];
    }),
  ) as unknown as Publisher;
}

/** What a release would publish blank or broken, a sentence each. */
export function checkPublisher(publisher: Publisher): readonly string[] {
  return FIELDS.filter((field) => !isUsable(field, publisher[field])).map((field) => {
    const text = publisher[field];
    const fault = text === '' ? 'is blank' : `cannot be "${text}"`;
    return `${PUBLISHER_FILE}: ${field} ${fault}. Fill in ${PURPOSES[field]}.`;
  });
}

function isUsable(field: keyof Publisher, text: string): boolean {
  if (field === 'owners') return /^@[\w-]+(\/[\w-]+)?( @[\w-]+(\/[\w-]+)?)*$/.test(text);
  return field.endsWith('Email') ? /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) : /^https:\/\/[^\s/]+\.\S+$/.test(text);
}
