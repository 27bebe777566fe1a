import { Fragment, type ReactNode } from 'react';
import { useLook, useSpoken } from '@/lib/ui/queries';
import { useGoOn } from '@/lib/ui/use-go-on';

const chosen = () => document.querySelector<HTMLElement>('input[name="language"]:checked')?.focus();

/** Begins anew in another language: the words stand outside React, which would leave those in place that it has painted. */
export function InLanguage({ children }: { children: ReactNode }) {
  const spoken = useSpoken();
  useGoOn(useLook().data?.spoken, chosen);
  return <Fragment key={spoken}>{children}</Fragment>;
}
