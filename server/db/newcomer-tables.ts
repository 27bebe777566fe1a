/** How many customers were made by what somebody sent since: of this day, and of no other. */
type NewcomerPace = { user_id: string; since: Date; made: number };

export type NewcomerTables = { newcomer_pace: NewcomerPace };
