import { z } from 'zod';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { sessionSchema } from '@/lib/protocol/session';
import { accountMethods } from './account-methods';
import { adapterMethods } from './adapter-methods';
import { approvalMethods } from './approval-methods';
import { callMethods } from './call-methods';
import { anyPage, sidebar, tab } from './callers';
import { contentMethods } from './content-methods';
import { crmNoteMethods } from './crm-note-methods';
import { deskMethods } from './desk-methods';
import { doctorMethods } from './doctor-methods';
import { doubtMethods } from './doubt-methods';
import { handoverMethods } from './handover-methods';
import { learnMethods } from './learn-methods';
import { lookMethods } from './look-methods';
import { lookupMethods } from './lookup-methods';
import { noteMethods } from './note-methods';
import { outreachMethods } from './outreach-methods';
import { promptMethods } from './prompt-methods';
import { reasonMethods } from './reason-methods';
import { method, ok } from './rpc-method';
import { sidebarViewSchema } from './sidebar-view';
import { signalMethods } from './signal-methods';
import { teachMethods } from './teach-methods';
import { teamMethods } from './team-methods';

/** Every method there is. Default deny: what isn't here, or comes from a caller not named, is refused. */
export const rpcContract = {
  ...contentMethods,

  // sidebar
  'frame.pair': method({ from: ['frame'], input: z.object({ nonce: z.string().max(100) }), output: ok }),
  'sidebar.view': method({ from: sidebar, input: z.object({ ...tab }), output: sidebarViewSchema }),
  'customer.detail': method({
    from: sidebar,
    input: z.object({ ...tab, cardNumber: z.int().positive() }),
    output: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('ready'),
        detail: customerDetailSchema,
        /** the store can't be reached: this is what it said then (real time); null where it said so just now */
        asOf: z.string().nullable(),
      }),
      z.object({ state: z.literal('offline') }),
    ]),
  }),
  'organisation.get': method({
    from: anyPage,
    input: z.object({}),
    output: sessionSchema.omit({ lookupKey: true }).nullable(),
  }),
  /** the rep says which of the candidates it is, or null for someone new; holds for this identity on this tab */
  'page.choose': method({
    from: sidebar,
    input: z.object({
      ...tab,
      key: z.string().max(8000),
      cardNumber: z.int().positive().nullable(),
      /** with null: the card numbers of all candidates on show, of whom it is none */
      shown: z.array(z.int().positive()).max(100).optional(),
    }),
    output: ok,
  }),
  /** takes that back: the rep is asked again who it is */
  'page.chooseAgain': method({
    from: sidebar,
    input: z.object({ ...tab, key: z.string().max(8000) }),
    output: ok,
  }),
  /** is the customer that the page was read to show the right one? Asked once per site, of what was not seen to be right. */
  'site.answer': method({
    from: sidebar,
    /** null takes the answer back */
    input: z.object({ ...tab, key: z.string().max(8000), right: z.boolean().nullable() }),
    output: ok,
  }),
  ...accountMethods,
  ...adapterMethods,
  ...approvalMethods,
  ...callMethods,
  ...crmNoteMethods,
  ...deskMethods,
  ...doctorMethods,
  ...doubtMethods,
  ...handoverMethods,
  ...learnMethods,
  ...lookMethods,
  ...lookupMethods,
  ...noteMethods,
  ...promptMethods,
  ...outreachMethods,
  ...signalMethods,
  ...reasonMethods,
  ...teachMethods,
  ...teamMethods,
} as const;

export type RpcMethod = keyof typeof rpcContract;
export type RpcInput<M extends RpcMethod> = z.input<(typeof rpcContract)[M]['input']>;
export type RpcOutput<M extends RpcMethod> = z.output<(typeof rpcContract)[M]['output']>;
