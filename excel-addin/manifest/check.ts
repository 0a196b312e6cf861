import { checkAddresses, type IconSize } from './address-rules';
import { checkContent } from './element-rules';
import { parseXml, walk } from './node';
import { checkReferences } from './reference-rules';
import { checkValues } from './value-rules';

export type { IconSize } from './address-rules';

/**
 * The problems of a manifest, a sentence each; empty if Excel and its store would accept it, as far as the documented
 * rules go. Microsoft's own check needs its service (`npx office-addin-manifest validate`).
 */
export function checkManifest(text: string, iconSize: IconSize): readonly string[] {
  const root = parseXml(text);
  if (typeof root === 'string') return [root];
  return [
    ...walk(root).flatMap(checkContent),
    ...checkValues(root),
    ...checkReferences(root),
    ...checkAddresses(root, iconSize),
  ];
}
