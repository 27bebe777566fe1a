import { z } from 'zod';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

const saidSchema = z.object({ number: z.string(), account: z.string(), email: z.string() });
/** What a ring says of who it is, as it was spelled; at least one isn't empty. */
export type Said = z.infer<typeof saidSchema>;

const ringSchema = z.object({
  id: z.uuid(),
  at: z.string(),
  via: z.enum(['address', 'page', 'typed']),
  said: saidSchema,
  /** the page's origin; empty for the rep */
  from: z.string(),
  /** the page itself, where a browser tells one from the next */
  document: z.string().exactOptional(),
});
export type Ring = z.infer<typeof ringSchema>;

const ringsSchema = z.object({
  /** oldest first */
  waiting: z.array(ringSchema),
  /** when which origin rang */
  lately: z.array(z.object({ from: z.string(), at: z.number() })),
  /** which call a ring became: the record that is opened for it may ring once more */
  taken: z.array(z.object({ said: saidSchema, noteId: z.string() })),
  /** what the rep put away, and of which page: the same page, read by a new script, says it once more */
  dismissed: z.array(z.object({ said: saidSchema, document: z.string(), at: z.number() })).default([]),
});
type State = z.infer<typeof ringsSchema>;

const none: State = { waiting: [], lately: [], taken: [], dismissed: [] };
const MOST_WAITING = 5;
const MOST_OF_ONE_SITE = 3;
const MOST_REMEMBERED = 10;
/** No phone rings more often. */
const MOST_A_MINUTE = 6;
/** Nobody is still on a line that long. */
const STALE_AFTER = 10 * MINUTE;

export const sameSaid = (a: Said, b: Said) =>
  a.number === b.number && a.account === b.account && a.email === b.email;

/** `standing`: see `RingReport`. */
type Heard = Omit<Ring, 'id' | 'at'> & { standing?: boolean | undefined };

const isAgain = (put: State['dismissed'][number], { said, document }: Pick<Ring, 'said' | 'document'>) =>
  put.document === document && sameSaid(put.said, said);

function withoutStale(rings: State, now: number): State {
  return {
    ...rings,
    waiting: rings.waiting.filter(({ at }) => now - Date.parse(at) < STALE_AFTER),
    lately: rings.lately.filter(({ at }) => now - at < MINUTE),
    dismissed: rings.dismissed.filter(({ at }) => now - at < STALE_AFTER),
  };
}

/** Which ring gives way to this one; undefined where none needs to, null where none may. */
function givesWay(waiting: readonly Ring[], { via, from }: Ring): Ring | undefined | null {
  const own = waiting.filter((ring) => ring.from === from && ring.via !== 'typed');
  if (own.length >= MOST_OF_ONE_SITE) return own[0];
  if (waiting.length < MOST_WAITING) return undefined;
  // Anybody can send a rep to an address; what a softphone shows, it shows.
  return waiting.find((ring) => ring.via === 'address') ?? (via === 'address' ? null : waiting[0]);
}

/** The rep looks for one thing at a time, and phones have room for a few. Null where there is no room. */
function makeRoom(waiting: readonly Ring[], ring: Ring): Ring[] | null {
  const others = ring.via === 'typed' ? waiting.filter(({ via }) => via !== 'typed') : waiting;
  const gone = givesWay(others, ring);
  return gone === null ? null : others.filter((other) => other !== gone);
}

type RingsDeps = { area: StorageArea; exclusive: Exclusive; clock: Clock };

/** Who rings and wasn't asked about yet, kept in session storage. What the numbers lead to is looked up later. */
export function createRings({ area, exclusive, clock }: RingsDeps) {
  const stored = createStoredValue({ area, exclusive, key: 'rings', schema: ringsSchema, fallback: none });
  const now = () => clock.now().getTime();

  return {
    waiting: async (): Promise<Ring[]> => withoutStale(await stored.read(), now()).waiting,

    /**
     * @param activeNote the call that is on: what rang and became this call doesn't ring again
     * @returns false where nothing new rings
     */
    async add({ standing, ...heard }: Heard, activeNote: string | null): Promise<boolean> {
      let added = false;
      await stored.update((before) => {
        const rings = withoutStale(before, now());
        const { from, said } = heard;
        const isKnown =
          rings.waiting.some((ring) => sameSaid(ring.said, said)) ||
          (standing === true && rings.dismissed.some((d) => isAgain(d, heard))) ||
          (from !== '' && rings.taken.some((t) => t.noteId === activeNote && sameSaid(t.said, said)));
        const often = rings.lately.filter((l) => from !== '' && l.from === from).length;
        if (isKnown || often >= MOST_A_MINUTE) return rings;
        const ring = { ...heard, id: uuidv7(clock.now()), at: clock.now().toISOString() };
        const room = makeRoom(rings.waiting, ring);
        added = room !== null;
        const waiting = room ? [...room, ring] : rings.waiting;
        return { ...rings, waiting, lately: [...rings.lately, { from, at: now() }] };
      });
      return added;
    },

    /** The rep has said who it is: it is a call from now on. */
    async take(ringId: string, noteId: string): Promise<void> {
      await stored.update((rings) => {
        const ring = rings.waiting.find(({ id }) => id === ringId);
        if (!ring) return rings;
        const taken = [...rings.taken, { said: ring.said, noteId }].slice(-MOST_REMEMBERED);
        return { ...rings, taken, waiting: rings.waiting.filter(({ id }) => id !== ringId) };
      });
    },

    async dismiss(ringId: string): Promise<void> {
      await stored.update((rings) => {
        const ring = rings.waiting.find(({ id }) => id === ringId);
        const { said, document } = ring ?? {};
        const gone = said && document !== undefined ? [{ said, document, at: now() }] : [];
        return {
          ...rings,
          waiting: rings.waiting.filter(({ id }) => id !== ringId),
          dismissed: [...rings.dismissed, ...gone].slice(-MOST_REMEMBERED),
        };
      });
    },

    /** @returns whether something has rung for too long, and doesn't any more */
    async dropStale(): Promise<boolean> {
      const before = await stored.read();
      if (withoutStale(before, now()).waiting.length === before.waiting.length) return false;
      await stored.update((rings) => withoutStale(rings, now()));
      return true;
    },

    clear: stored.clear,
  };
}

export type Rings = ReturnType<typeof createRings>;
