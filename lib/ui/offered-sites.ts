import { isCrmOrigin } from '@/lib/messaging/granted-origins';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';

/** The sites that the organisation uses and where Heed isn't yet. */
export function offeredSites({ policy, grantedOrigins, serverUrl }: RpcOutput<'settings.get'>): string[] {
  const store = new URL(serverUrl).origin;
  return policy.sites.filter((site) => site !== store && !isCrmOrigin(grantedOrigins, store, site));
}
