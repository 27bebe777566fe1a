import {
  approverRoles,
  callRoles,
  deskRoles,
  doubtReaderRoles,
  importerRoles,
  noteRoles,
  outreachRoles,
  type Role,
  reportRoles,
  roles,
  teamKeeperRoles,
} from '@/lib/protocol/roles';

type RouteName = `${'GET' | 'POST'} /v1/${string}`;

const everybody = roles;
const administrator = ['administrator'] as const;

/**
 * Who may ask what, in one table. What isn't in it is refused. Whose things they are, a rep's own, their team's or
 * anybody's, each route sees to itself; of mutations each has rights of its own: see `noteRoles`. What is given without
 * a name, `POST /v1/signals/nameless`, comes before anybody is asked who they are.
 */
export const routeRights: Readonly<Record<RouteName, readonly Role[]>> = {
  'GET /v1/session': everybody,

  // how every extension works
  'POST /v1/adapters': administrator,
  'POST /v1/adapters/off': administrator,
  'POST /v1/adapters/remove': administrator,
  'POST /v1/account-numbers': administrator,
  'POST /v1/organisation-rules': administrator,
  'POST /v1/calling-hours': administrator,

  // who belongs where, and who supervises whom
  'GET /v1/teams': teamKeeperRoles,
  'POST /v1/teams': teamKeeperRoles,
  'POST /v1/teams/remove': teamKeeperRoles,
  'POST /v1/teams/people': teamKeeperRoles,

  // the book, sealed
  'GET /v1/book': everybody,
  'GET /v1/packs/:id': everybody,
  'GET /v1/pages/:n': everybody,
  'GET /v1/blocks/:kind/:n': everybody,

  // what is behind a card
  'GET /v1/customers/:number/detail': everybody,
  'GET /v1/customer-names': noteRoles,

  // notes
  'POST /v1/mutations': everybody,
  'POST /v1/imported-notes': importerRoles,
  'GET /v1/reason-model': everybody,
  'POST /v1/playbook-log': everybody,

  // calls handed over
  'GET /v1/colleagues': callRoles,
  'POST /v1/handovers/find': callRoles,
  'GET /v1/handovers/mine': callRoles,
  'POST /v1/handovers/take': callRoles,
  'POST /v1/handovers/withdraw': callRoles,
  'POST /v1/handovers/close': callRoles,

  // what is given beyond a limit
  'GET /v1/offers/today': everybody,
  'POST /v1/approvals': everybody,
  'GET /v1/approvals/:id': everybody,
  'GET /v1/approvals': approverRoles,
  'POST /v1/approvals/:id/answer': approverRoles,
  'POST /v1/approvals/:id/withdraw': everybody,

  // notes on their way into the record
  'GET /v1/desk/notes': deskRoles,
  'GET /v1/desk/notes/:id': deskRoles,
  'POST /v1/desk/notes/:id/review': deskRoles,
  'POST /v1/desk/notes/:id/exemplary': deskRoles,
  'POST /v1/desk/notes/:id/ask': deskRoles,
  'POST /v1/desk/publish/preview': deskRoles,
  'POST /v1/desk/publish': deskRoles,
  'POST /v1/desk/publish/undo': deskRoles,

  // calls in quiet hours
  'POST /v1/outreach/next': outreachRoles,
  'POST /v1/outreach/calling': outreachRoles,
  'POST /v1/outreach/result': outreachRoles,
  'POST /v1/outreach/give-back': outreachRoles,

  // what reps say, and what holds for many
  'GET /v1/doubts': doubtReaderRoles,
  'GET /v1/reports/nps': reportRoles,
  'POST /v1/signals': everybody,
  'GET /v1/signals': reportRoles,
  'GET /v1/signals/key': everybody,
  'POST /v1/signals/token': everybody,
};
