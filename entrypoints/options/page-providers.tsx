import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { CrashBoundary } from '@/components/crash-boundary';
import { InLanguage } from '@/components/in-language';
import { type Host, HostProvider } from '@/lib/ui/host';
import { createQueryClient } from '@/lib/ui/query-client';

type Props = { host: Host; onCrash: (error: unknown) => void; children: ReactNode };

/** What options and first run share around their content. */
export function PageProviders({ host, onCrash, children }: Props) {
  const [client] = useState(createQueryClient);
  return (
    <HostProvider value={host}>
      <QueryClientProvider client={client}>
        <CrashBoundary onCrash={onCrash}>
          <InLanguage>{children}</InLanguage>
        </CrashBoundary>
      </QueryClientProvider>
    </HostProvider>
  );
}
