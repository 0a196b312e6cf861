/** An action that takes something away first says what it will do, and does it only when it is confirmed. */
export type Confirmable<Told extends object, Done extends object> =
  | ({
      readonly is: 'toConfirm';
      /** A sentence. */
      readonly willDo: string;
    } & Told)
  | ({ readonly is: 'done' } & Done);
