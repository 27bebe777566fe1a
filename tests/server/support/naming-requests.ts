import { uuidv7 } from '@/lib/platform/ids';
import { makeMutation } from './make-mutation';
import type { Named } from './two-teams';

type Request = { path: string; body?: unknown };

const newId = () => uuidv7(new Date());
const request = () => ({ requestId: newId() });
const onNote = (what: string, body: object) => (of: Named) => ({
  path: `/v1/desk/notes/${of.noteId}/${what}`,
  body: { ...request(), ...body },
});
const chosen = ({ noteId }: Named) => ({ notes: [{ noteId, version: 1 }] });
const onHandover = (what: string) => (of: Named) => ({
  path: `/v1/handovers/${what}`,
  body: { handoverId: of.handoverId },
});

function fileOf({ rep, cardNumber }: Named) {
  const mutation = makeMutation({ userId: rep.id, customer: { cardNumber } });
  const exported = { name: 'Somebody', at: mutation.at, state: 'waiting', code: null, mutation };
  return { heed: 'unsent-notes', exportedAt: mutation.at, author: rep, notes: [exported] };
}

/** Every route that names a rep, or something of a rep's, with how it is asked. */
export const namingRequests: Readonly<Record<string, (of: Named) => Request>> = {
  'GET /v1/desk/notes': ({ rep }) => ({ path: `/v1/desk/notes?authorId=${rep.id}` }),
  'GET /v1/desk/notes/{id}': ({ noteId }) => ({ path: `/v1/desk/notes/${noteId}` }),
  'POST /v1/desk/notes/{id}/review': onNote('review', { version: 1, correction: null }),
  'POST /v1/desk/notes/{id}/exemplary': onNote('exemplary', { exemplary: true }),
  'POST /v1/desk/notes/{id}/ask': onNote('ask', { version: 1, question: 'Which bill?' }),
  'POST /v1/desk/publish/preview': (of) => ({ path: '/v1/desk/publish/preview', body: chosen(of) }),
  'POST /v1/desk/publish': (of) => ({ path: '/v1/desk/publish', body: { ...request(), ...chosen(of) } }),
  'POST /v1/desk/publish/undo': ({ publishedId, publishedIn }) => ({
    path: '/v1/desk/publish/undo',
    body: { ...request(), of: publishedIn, notes: [publishedId] },
  }),
  'POST /v1/imported-notes': (of) => ({ path: '/v1/imported-notes', body: fileOf(of) }),
  'GET /v1/approvals/{id}': ({ approvalId }) => ({ path: `/v1/approvals/${approvalId}` }),
  'POST /v1/approvals/{id}/answer': ({ approvalId }) => ({
    path: `/v1/approvals/${approvalId}/answer`,
    body: { answer: 'refused', line: '' },
  }),
  'POST /v1/approvals/{id}/withdraw': ({ approvalId }) => ({
    path: `/v1/approvals/${approvalId}/withdraw`,
    body: {},
  }),
  'POST /v1/handovers/take': onHandover('take'),
  'POST /v1/handovers/withdraw': onHandover('withdraw'),
  'POST /v1/handovers/close': onHandover('close'),
};
