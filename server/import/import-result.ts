import type { Issue } from './issue';

/** What one batch, or a whole file, did. */
export type Changes = { added: number; changed: number; unchanged: number };

export type Written = Changes & { issues: Issue[] };

export type ImportResult = Changes & {
  /** rows of the file, without header and empty ones */
  rows: number;
  refusedRows: number;
  refusedFields: number;
  /** where the file could not be read any further, if so: all after it is missing */
  cutShortAt: number | null;
  reportPath: string;
};

export type Progress = { rows: number; bytesRead: number; bytes: number };
