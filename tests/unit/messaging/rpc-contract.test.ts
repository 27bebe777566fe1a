import { describe, expect, it } from 'vitest';
import { type RpcMethod, rpcContract } from '@/lib/messaging/rpc-contract';
import type { CallerClass } from '@/lib/messaging/rpc-method';

const methods = Object.keys(rpcContract) as RpcMethod[];
const mayCall = (caller: CallerClass) =>
  methods.filter((method) => (rpcContract[method].from as readonly CallerClass[]).includes(caller));

/** Written out, not worked out: whoever lets a caller do more has to say so here. */
const forAll = [
  'account.signIn',
  'look.get',
  'network.online',
  'organisation.get',
  'outbox.export',
  'outbox.list',
  'outbox.retry',
  'settings.get',
  'storage.lostRead',
  'sync.now',
  'sync.state',
];
const forSidebars = [
  'approval.ask',
  'approval.putAway',
  'approval.state',
  'approval.withdraw',
  'approvals.count',
  'approvals.open',
  'call.begin',
  'call.dropEmpty',
  'call.park',
  'call.resume',
  'colleagues.list',
  'conflict.choose',
  'conflict.takeBack',
  'crmNote.fill',
  'crmNote.look',
  'crmNote.undo',
  'customer.detail',
  'doctor.open',
  'doubt.report',
  'doubt.withdraw',
  'draft.write',
  'handover.close',
  'handover.give',
  'handover.given',
  'handover.list',
  'handover.take',
  'handover.takeBack',
  'look.setPrivate',
  'note.cancelEdit',
  'note.edit',
  'note.editUnsent',
  'note.moveBack',
  'note.moveToPage',
  'note.save',
  'note.undoSave',
  'offers.today',
  'outreach.begin',
  'outreach.giveBack',
  'outreach.next',
  'outreach.putAway',
  'outreach.refused',
  'outreach.result',
  'outreach.state',
  'page.choose',
  'page.chooseAgain',
  'prompts.recall',
  'prompts.shown',
  'reasons.suggest',
  'ring.choose',
  'ring.dismiss',
  'ring.find',
  'ring.move',
  'sidebar.view',
  'signal.give',
  'signal.state',
  'signal.takeBack',
  'signal.throwAway',
  'site.answer',
  'teach.begin',
  'teach.end',
  'teach.save',
  'teach.state',
];

describe('what a caller may ask the background', () => {
  it.each<[string, CallerClass, string[]]>([
    [
      'a content script, in a page’s reach: report, ring, invite, propose what was taught, and ask how to read and whom to mark',
      'content',
      [
        'call.ring',
        'frame.invite',
        'learn.load',
        'page.adapters',
        'page.bring',
        'page.levels',
        'page.look',
        'page.report',
        'panel.open',
        'teach.end',
        'teach.load',
        'teach.propose',
      ],
    ],
    [
      'a frame, which the page can cover: all of a sidebar, no signing out',
      'frame',
      [...forAll, ...forSidebars, 'frame.pair', 'look.setPlace'],
    ],
    ['the browser’s own sidebar', 'panel', [...forAll, ...forSidebars, 'account.signOut']],
    [
      'the toolbar’s popup: looking up, answering who rings, how many wait, signing in; no note, no words of anyone',
      'popup',
      [
        ...['account.signIn', 'approvals.count', 'approvals.open'],
        ...['look.get', 'lookup.begin', 'lookup.find', 'lookup.view'],
        ...['ring.choose', 'ring.dismiss', 'toolbar.click'],
      ],
    ],
    [
      'options, first run, approvals and the desk: no customer of a page',
      'page',
      [
        ...forAll,
        ...['adapters.askAgain', 'adapters.export', 'adapters.import', 'adapters.list', 'adapters.removeOwn'],
        ...[
          'account.signOut',
          'approvals.answer',
          'approvals.list',
          'approvals.read',
          ...['desk.ask', 'desk.exemplary', 'desk.list', 'desk.preview', 'desk.publish', 'desk.read'],
          ...['desk.review', 'desk.undo'],
          'doctor.look',
          'look.setLanguage',
          'notes.import',
          'settings.setServer',
          'settings.showInLists',
          'sites.refresh',
          'storage.state',
          'teach.open',
          ...['teams.list', 'teams.name', 'teams.place', 'teams.remove'],
          ...['toolbar.click', 'toolbar.setClick'],
        ],
      ],
    ],
  ])('%s', (_, caller, expected) => {
    expect(mayCall(caller).sort()).toEqual(expected.sort());
  });

  it('the page’s script learns the badge and whether to show a frame, and no more', () => {
    expect(Object.keys(rpcContract['page.report'].output.shape).sort()).toEqual(['level', 'open']);
  });

  it('of customers in lists it learns who is at risk or to watch, nothing of anyone else, and 200 at a time', () => {
    const { input, output } = rpcContract['page.levels'];
    const said = (level: string | null) => ({ state: 'levels', levels: [level], wait: null });
    for (const level of ['at-risk', 'watch', null]) expect(output.safeParse(said(level)).success).toBe(true);
    for (const level of ['ok', 'unknown', 'critical'])
      expect(output.safeParse(said(level)).success).toBe(false);
    const people = (n: number) => ({
      people: Array.from({ length: n }, () => [{ kind: 'email', value: 'a@b.c' }]),
    });
    expect(input.safeParse(people(200)).success).toBe(true);
    expect(input.safeParse(people(201)).success).toBe(false);
  });
});
