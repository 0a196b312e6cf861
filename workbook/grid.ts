import { LocaleType, LogLevel, Univer, mergeLocales } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';

export interface Grid {
  readonly univer: Univer;
  /** The grid's own scripting facade. */
  readonly api: FUniver;
}

/**
 * Starts the grid in the element with this id. `@univerjs/presets` has a shorter way, but brings packages without a
 * licence.
 */
export function startGrid(container: string, darkMode: boolean): Grid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(enUS) },
    logLevel: LogLevel.WARN,
    darkMode,
  });
  const { plugins } = UniverSheetsCorePreset({ container, header: true, toolbar: false, footer: false });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer) };
}
