interface CellData {
  readonly v?: string | number | boolean | null;
  /** 3: a truth; https://reference.univer.ai/en-US/enums/CellValueType. */
  readonly t?: number | null;
}

/** The little of the grid's scripting facade that tests use; in the page it is `window.univerAPI`. */
export interface GridPage {
  readonly univerAPI: {
    getActiveWorkbook(): {
      isCellEditing(): boolean;
      getActiveCell(): { getA1Notation(): string } | null;
      getActiveSheet(): {
        getRange(address: string): {
          activate(): void;
          getCellRect(): { x: number; y: number; width: number; height: number };
          getCellDataGrid(): (CellData | null)[][];
          getDisplayValues(): string[][];
          getFormulas(): string[][];
          getValues(): (string | number | null)[][];
          setFormulas(formulas: string[][]): void;
          setValues(values: string[][]): void;
          sort(column: { column: number; ascending: boolean }): void;
        };
      };
    };
    /** The grid's own, for there is no facade of the text that is being typed. */
    readonly _univerInstanceService: { getUnit(id: string): { getBody(): { dataStream: string } } | null };
  };
  readonly document: { activeElement: { id: string } | null };
}
