import { readFileSync } from 'node:fs';
import type { Publisher } from './publisher';

/** The stores' forms, field by field, to paste into them. */
export const FORMS = ['google-workspace-marketplace.md', 'microsoft-appsource.md'] as const;

/** What a form names in braces, besides the description. */
export interface FormValues extends Publisher {
  readonly version: string;
  /** The address of the add-in and its pages, without a path. */
  readonly origin: string;
}

/** A form with what it names in braces. */
export function readForm(name: (typeof FORMS)[number], values: FormValues): string {
  const known: Readonly<Record<string, string>> = { ...values, description: read('description.txt').trim() };
  return read(name).replace(/\{\{(\w+)\}\}/g, (_braces, field: string) => {
    const text = known[field];
    if (text === undefined) throw new Error(`stores/${name} asks for ${field}, which nothing has`);
    return text;
  });
}

/** Paths are relative to the project, where npm runs its scripts. */
function read(name: string): string {
  return readFileSync(`stores/${name}`, 'utf8');
}
