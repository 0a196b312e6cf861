import { CHUNK_LENGTH } from './document-store';

type Properties = GoogleAppsScript.Properties.Properties;

/** The longest text that so many properties hold, if all of it is ASCII. */
export function longestIn(parts: number): number {
  return CHUNK_LENGTH * parts;
}

/** Reads a text that was cut into properties `<name>_0`, `<name>_1`, …; `''`: there is none. */
export function readUserText(properties: Properties, name: string, parts: number): string {
  let text = '';
  for (let part = 0; part < parts; part += 1) {
    const piece = properties.getProperty(`${name}_${part}`);
    if (piece === null) break;
    text += piece;
  }
  return text;
}

/** @param text `''` removes it */
export function writeUserText(properties: Properties, name: string, parts: number, text: string): void {
  for (let part = 0; part < parts; part += 1) {
    const piece = text.slice(part * CHUNK_LENGTH, (part + 1) * CHUNK_LENGTH);
    if (piece !== '') properties.setProperty(`${name}_${part}`, piece);
    else if (properties.getProperty(`${name}_${part}`) === null) break;
    else properties.deleteProperty(`${name}_${part}`);
  }
}
