/** What one person may have or bring only so much of in a span of time, since others would have nothing, or not be heard. */
export type Paced = 'outreach' | 'newcomer' | 'signal' | 'doubt' | 'name';

/** How much of it there was since: of this span, and of no other. */
type Pace = { user_id: string; what: Paced; since: Date; made: number };

export type PaceTables = { pace: Pace };
