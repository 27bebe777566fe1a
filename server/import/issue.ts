/** What was not taken over: a whole row, or one field of a row that was kept. */
export type Issue = {
  row: number;
  column: string;
  value: string;
  reason: string;
  refused: 'row' | 'field';
};
