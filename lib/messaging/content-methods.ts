import { z } from 'zod';
import { ACCOUNT_NUMBER, CALL_NUMBER } from '@/lib/crm/rings/ring-report';
import { rawIdentifierSchema } from '@/lib/domain/identifier';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { method, ok } from './rpc-method';

export const pageIdentitySchema = z.object({
  key: z.string().max(8000),
  adapter: z.string().max(64),
  pageKind: z.string().max(64),
  trust: z.enum(['proven', 'likely', 'doubtful']),
  name: z.string().max(300),
  names: z.array(z.string().max(300)).max(20).exactOptional(),
  people: z.array(z.array(rawIdentifierSchema).max(20)).max(20),
});

export const pageReportSchema = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['blank', 'nobody']), seq: z.int() }),
  z.object({ state: z.literal('customer'), seq: z.int(), identity: pageIdentitySchema }),
]);

/** A page's word for who is on the phone; nothing else gets in by it. */
export const ringReportSchema = z.object({
  via: z.enum(['address', 'page']),
  number: z.union([z.literal(''), z.string().regex(CALL_NUMBER)]),
  account: z.union([z.literal(''), z.string().regex(ACCOUNT_NUMBER)]),
  standing: z.literal(true).exactOptional(),
});

/** What a content script may ask: to report, to ring, to be shown how to read, and for the levels of a list. */
export const contentMethods = {
  'page.report': method({
    from: ['content'],
    input: pageReportSchema,
    /** all that a page's script may know: the badge, and whether to show a frame at all */
    output: z.object({ level: z.enum(['at-risk', 'watch', 'ok', 'unknown']).nullable(), open: z.boolean() }),
  }),
  /** how pages of the caller's host may be read, besides as one that no adapter knows */
  'page.adapters': method({
    from: ['content'],
    input: z.object({}),
    output: z.object({ adapters: z.array(adapterSchema) }),
  }),
  /**
   * puts another script of ours beside the caller, in its document: the reader of pages that no adapter knows and of
   * cases, or badges
   */
  'page.bring': method({
    from: ['content'],
    input: z.object({ script: z.enum(['generic', 'badges']) }),
    output: ok,
  }),
  /** customers in a list: what the badges beside them show. Nothing of anyone who is at no risk, or not known. */
  'page.levels': method({
    from: ['content'],
    input: z.object({ people: z.array(z.array(rawIdentifierSchema).min(1).max(20)).min(1).max(200) }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('off') }),
      z.object({
        state: z.literal('levels'),
        /** in the order of the persons; fewer when a tab has asked for too many, and then when it may go on */
        levels: z.array(z.enum(['at-risk', 'watch']).nullable()).max(200),
        wait: z.number().nullable(),
      }),
    ]),
  }),
  /** the phone rings, says the page; it learns nothing of what came of it */
  'call.ring': method({ from: ['content'], input: ringReportSchema, output: ok }),
  'frame.invite': method({ from: ['content'], input: z.object({}), output: z.object({ nonce: z.string() }) }),
  /** the frame is blocked, gone or covered: the same app in the browser's own sidebar; needs the click's activation */
  'panel.open': method({ from: ['content'], input: z.object({}), output: ok }),
} as const;
