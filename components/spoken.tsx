import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { locale } from '@/lib/platform/language';

/** What the controls say by themselves (dates, how many fit) is said in Heed's language too. */
export function Spoken({ children }: { children: ReactNode }) {
  return <I18nProvider locale={locale()}>{children}</I18nProvider>;
}
