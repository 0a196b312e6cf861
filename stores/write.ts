import { readFileSync, writeFileSync } from 'node:fs';
import { toGoogleForm, toMicrosoftForm } from './forms';
import { loadPublisher } from './publisher';

/** A release writes the forms again with its own address. */
const ORIGIN = 'https://addin.example.com';

/** `npm run generate`: writes the stores' forms with today's settings. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const publisher = loadPublisher();
writeFileSync('stores/google-workspace-marketplace.md', toGoogleForm(version, ORIGIN, publisher));
writeFileSync('stores/microsoft-appsource.md', toMicrosoftForm(version, ORIGIN, publisher));
