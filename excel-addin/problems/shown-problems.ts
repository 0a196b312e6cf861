import type { PanelMessages } from '../../shared/ports';
import { readGridPage } from './grid-page';

/** The page of a grid knows its cells; in Excel they have to be read. */
export async function readProblems(): Promise<PanelMessages['problems']['value']> {
  const page = readGridPage();
  if (page !== undefined) return page.problems();
  return (await import('./retry-problems')).countProblems();
}
