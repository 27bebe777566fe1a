import type { ContentClient } from '@/lib/messaging/content-client';
import type { RpcInput } from '@/lib/messaging/rpc-contract';

type Brought = RpcInput<'page.bring'>['script'];

/**
 * Asks for a script of ours beside this one, once; again only where that failed.
 * @param here it has run
 */
export function bringScript(client: ContentClient, script: Brought, here: () => void): () => void {
  let asked = false;
  async function bring(): Promise<void> {
    if (asked) return;
    asked = true;
    try {
      await client.call('page.bring', { script });
    } catch {
      asked = false;
      return;
    }
    here();
  }
  return () => void bring();
}
