/** What one person brings only so much of in a day, since others could not be heard above more. */
export type Paced = 'newcomer' | 'signal' | 'doubt';

/** How much of it came from somebody since: of this day, and of no other. */
type DailyPace = { user_id: string; what: Paced; since: Date; made: number };

export type PaceTables = { daily_pace: DailyPace };
