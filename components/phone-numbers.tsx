import type { OutreachEntry } from '@/lib/protocol/outreach';
import { outreachWords as w } from '@/lib/ui/words/outreach-words';
import './outreach-sheet.css';

/** Large enough to be read while dialling; from left to right in every language. */
export function PhoneNumbers({ phones }: Pick<OutreachEntry, 'phones'>) {
  return (
    <div>
      <p className="label">{w.number}</p>
      {phones.map(({ value, shown }) => (
        <p key={value} className="outreach-phone">
          <bdi dir="ltr">{shown}</bdi>
        </p>
      ))}
    </div>
  );
}
