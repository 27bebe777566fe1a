import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent } from '@/lib/domain/note';
import { DAY, MINUTE } from '@/lib/platform/clock';
import type { Contact } from './contacts';
import type { GeneratedNote, GeneratedPromise } from './generated';
import { desk } from './people-of-the-desk';
import type { Random } from './random';
import { seededId } from './seeded-id';
import { fillSlots } from './verbatims';

const DESK = desk.length;

function makePromise(contact: Contact, start: Date, random: Random): GeneratedPromise | null {
  if (!contact.promise) return null;
  const dueOn = new Date(contact.at.getTime() + random.int(2, 10) * DAY);
  return {
    id: seededId(contact.at, random),
    what: fillSlots(random.pick(contact.topic.promises), random),
    dueOn: dueOn.toISOString().slice(0, 10),
    by: 'Service desk',
    state: contact.promise.kept && dueOn < start ? 'kept' : 'due',
  };
}

function contentOf(contact: Contact, promise: GeneratedPromise | null, random: Random): NoteContent {
  const grave = !contact.resolved && random.chance(0.2);
  return {
    ...emptyNoteContent,
    caller: random.weighted([
      ['customer', 86],
      ['authorised', 8],
      ['other', 4],
      ['unverified', 2],
    ]),
    contactReason: contact.topic.calledAbout ? contact.topic.code : 'other',
    summary: fillSlots(random.pick(contact.topic.summaries), random),
    reasons: contact.resolved && random.chance(0.7) ? [] : [contact.topic.code],
    severity: grave ? 'high' : random.pick(['low', 'low', 'medium']),
    complaint: grave && random.chance(0.4),
    promise: promise && { what: promise.what, dueOn: promise.dueOn, by: promise.by },
    outcome: contact.resolved ? 'resolved' : promise ? 'follow-up' : 'not-resolved',
  };
}

/** What the rep wrote down about one contact before `start`. */
export function noteOf(contact: Contact, start: Date, random: Random): GeneratedNote {
  const promise = makePromise(contact, start, random);
  return {
    id: seededId(contact.at, random),
    author: random.int(0, DESK - 1),
    startedAt: contact.at,
    endedAt: new Date(contact.at.getTime() + random.int(3, 22) * MINUTE),
    content: contentOf(contact, promise, random),
    promise,
  };
}
