import { z } from 'zod';
import { anyPage } from './callers';
import { method, ok } from './rpc-method';
import { storageStateSchema, syncStateSchema } from './sidebar-view';

/** Who is signed in, what is synchronised, how Heed is set. */
export const accountMethods = {
  'account.signIn': method({
    from: [...anyPage, 'popup'],
    input: z.object({ interactive: z.boolean() }),
    output: ok,
  }),
  'account.signOut': method({ from: ['panel', 'page'], input: z.object({}), output: ok }),
  'sync.now': method({ from: anyPage, input: z.object({}), output: ok }),
  'sync.state': method({ from: anyPage, input: z.object({}), output: syncStateSchema }),
  /** what lies on this computer and whether the browser may clear it */
  'storage.state': method({ from: ['page'], input: z.object({}), output: storageStateSchema }),
  /** a person has read that notes were lost */
  'storage.lostRead': method({ from: anyPage, input: z.object({}), output: ok }),
  /** a page heard that the network is back; the worker can't hear it itself */
  'network.online': method({ from: anyPage, input: z.object({}), output: ok }),
  'settings.get': method({
    from: anyPage,
    input: z.object({}),
    output: z.object({
      /** what whoever runs this computer has set */
      policy: z.object({
        serverUrl: z.string().nullable(),
        sites: z.array(z.string()),
        badgesInPages: z.boolean(),
      }),
      serverUrl: z.string(),
      sites: z.array(z.string()),
      grantedOrigins: z.array(z.string()),
      version: z.string(),
      /** badges in the CRM's lists; and when last a page had more customers than are looked up in a minute (real time) */
      lists: z.object({ shown: z.boolean(), pausedAt: z.string().nullable() }),
    }),
  }),
  'settings.showInLists': method({ from: ['page'], input: z.object({ shown: z.boolean() }), output: ok }),
  'settings.setServer': method({
    from: ['page'],
    input: z.object({ serverUrl: z.url().max(300) }),
    output: ok,
  }),
} as const;
