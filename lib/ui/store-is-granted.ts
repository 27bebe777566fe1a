import { isCrmOrigin } from '@/lib/messaging/granted-origins';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';

/** May Heed talk to the store it is set to? */
export function storeIsGranted({ grantedOrigins, serverUrl }: RpcOutput<'settings.get'>): boolean {
  return isCrmOrigin(grantedOrigins, '', new URL(serverUrl).origin);
}
