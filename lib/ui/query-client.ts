import { QueryClient } from '@tanstack/react-query';
import { errorCode } from '@/lib/platform/app-error';

/**
 * Data come from the background over RPC, not from the network: being offline stops nothing here, and what is shown
 * stays until the background says that it has changed.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: 'always',
        // A worker that died under the question answers the next one.
        retry: (failures, error) => failures < 2 && errorCode(error) === 'internal',
        retryDelay: 250,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
