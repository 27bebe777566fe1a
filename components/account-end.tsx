import { chooserWords as w } from '@/lib/ui/words/chooser-words';

/** After a name that another customer has too: how the account number ends of whom the rep chose. Nothing where it is empty. */
export function AccountEnd({ end }: { end: string }) {
  if (end === '') return null;
  return (
    <span className="label sensitive">
      <bdi dir="ltr" aria-hidden>
        {w.accountEndShort(end)}
      </bdi>
      <span className="visually-hidden">{w.accountEndLong(end)}</span>
    </span>
  );
}
