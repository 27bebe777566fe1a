/** How often what a playbook says was shown, by day: nobody's. */
type PlaybookLog = {
  /** `YYYY-MM-DD` */
  day: string;
  playbook_version: number;
  kind: 'prompt' | 'offer';
  item_id: string;
  shown: number;
  eligible: number;
};

export type PlaybookLogTables = {
  playbook_log: PlaybookLog;
  playbook_log_batches: { batch_id: string; received_on: string };
};
