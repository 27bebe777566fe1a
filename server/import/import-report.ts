import type { Issue } from './issue';

/** What became of customers or answers. */
export type Changes = { added: number; changed: number; unchanged: number };

/** Of one batch. */
export type BatchReport = Changes & { issues: Issue[] };

/** Of a whole file. */
export type ImportReport = Changes & {
  /** rows of the file, without header and empty ones */
  rows: number;
  refusedRows: number;
  refusedFields: number;
  /** where the file could not be read any further, if so: all after it is missing */
  cutShortAt: number | null;
  reportPath: string;
};

export type Progress = { rows: number; bytesRead: number; bytes: number };
