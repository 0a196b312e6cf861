/** An action that removes something first says what it will do, and runs only after confirmation. */
export type Confirmable<Told extends object, Done extends object> =
  | ({
      readonly is: 'toConfirm';
      /** A sentence. */
      readonly willDo: string;
    } & Told)
  | ({ readonly is: 'done' } & Done);
