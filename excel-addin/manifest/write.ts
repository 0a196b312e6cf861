import { readFileSync, writeFileSync } from 'node:fs';
import { toManifest } from './manifest';
import { publishedSettings } from './settings';

/** The address of `npm run addin`. */
const ORIGIN = 'https://localhost:3000';

/** `npm run generate`: writes the manifest at the root, where Microsoft's tools look for it. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
writeFileSync('manifest.xml', toManifest(publishedSettings(version, ORIGIN)));
