import { LocaleService, LocaleType, type Univer } from '@univerjs/core';

/**
 * Loads what the grid says about its 500 own functions while one is typed. These texts are a tenth of the page's
 * script, so they come after the first answer; `unused-parts.ts` keeps them out of what the page starts with.
 */
export async function loadFunctionHelp(univer: Univer): Promise<void> {
  const { default: texts } = await import('@univerjs/sheets-formula/locale/en-US');
  const locale = univer.__getInjector().get(LocaleService);
  locale.load({ [LocaleType.EN_US]: texts });
  // The grid reads the texts again if its language is set.
  locale.setLocale(LocaleType.EN_US);
}
