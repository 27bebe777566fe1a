import { uuidv7 } from '@/lib/platform/ids';
import { publishedSchema } from '@/lib/protocol/desk';
import { pushResponseSchema } from '@/lib/protocol/mutation';
import { addPerson, type Person } from './add-person';
import { addKnownCustomer } from './known-customer';
import { makeHandOver } from './make-hand-over';
import { makeMutation } from './make-mutation';
import type { TestStore } from './test-store';

const newId = () => uuidv7(new Date());

/** What one rep's work can be named by. */
export type Named = {
  rep: { id: string; name: string };
  /** waits at the desk */
  noteId: string;
  /** is in the record, by the request `publishedIn` */
  publishedId: string;
  publishedIn: string;
  approvalId: string;
  handoverId: string;
  cardNumber: number;
};

/** A word in the notes of that team alone. */
export const WORDS = { North: 'parsnip', South: 'turnip' } as const;
type Team = keyof typeof WORDS;

/** Two teams that each have a rep and a supervisor: `North`, of whom every test store has one for each role, and `South`. */
export async function addSouth(store: TestStore) {
  const { cardNumber } = await addKnownCustomer(store);
  const rep = await addPerson(store, { name: 'Sam', role: 'rep', team: 'South' });
  const supervisor = await addPerson(store, { name: 'Sue', role: 'supervisor', team: 'South' });
  const asRep: Record<Team, Person> = {
    North: {
      ...{ id: store.users.rep, name: 'The rep' },
      call: (path, body) => store.as('rep', path, body),
    },
    South: rep,
  };

  async function push(team: Team, ...mutations: object[]): Promise<void> {
    const answer = await asRep[team].call('/v1/mutations', { mutations });
    const { results } = pushResponseSchema.parse(await answer.json());
    if (!results.every((r) => r.status === 'applied')) throw new Error(JSON.stringify(results));
  }
  const note = (team: Team, content: object = {}) =>
    makeMutation({
      ...{ userId: asRep[team].id, customer: { cardNumber } },
      content: { complaint: true, summary: `About a ${WORDS[team]}.`, ...content },
    });
  /** A note that waits at the desk. @returns its id */
  async function write(team: Team, content: object = {}): Promise<string> {
    const mutation = note(team, content);
    await push(team, mutation);
    return mutation.args.noteId;
  }
  /** Reviewed and published by an administrator. */
  async function publish(noteId: string): Promise<string> {
    const requestId = newId();
    const notes = [{ noteId, version: 1 }];
    const review = { requestId: newId(), version: 1, correction: null };
    await store.as('administrator', `/v1/desk/notes/${noteId}/review`, review);
    const answer = await store.as('administrator', '/v1/desk/publish', { requestId, notes });
    const { results } = publishedSchema.parse(await answer.json());
    if (results[0]?.result !== 'published') throw new Error(JSON.stringify(results));
    return requestId;
  }
  /** All that a rep of that team's can be named by, made anew. */
  async function work(team: Team): Promise<Named> {
    const half = makeHandOver(note(team));
    await push(team, half);
    const approvalId = newId();
    const asked = await asRep[team].call('/v1/approvals', {
      ...{ id: approvalId, noteId: newId(), customer: { cardNumber, identifiers: [] } },
      ...{ actionCode: 'refund-charge', amountMinor: 9000, why: 'Charged three times' },
    });
    if (asked.status !== 200) throw new Error(`the store answers ${asked.status} to a question`);
    const { id, name } = asRep[team];
    const publishedId = await write(team);
    return {
      ...{ rep: { id, name }, noteId: await write(team), approvalId, handoverId: half.args.noteId },
      ...{ publishedId, publishedIn: await publish(publishedId), cardNumber },
    };
  }
  /** What names nothing, in the words of that team's. */
  const nobodys = (like: Named): Named => ({
    ...{ rep: { id: newId(), name: like.rep.name } },
    ...{ noteId: newId(), approvalId: newId(), handoverId: newId() },
    ...{ publishedId: newId(), publishedIn: like.publishedIn, cardNumber },
  });

  return { rep, supervisor, write, publish, work, nobodys };
}
