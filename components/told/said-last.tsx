import type { AlreadyTold } from '@/lib/domain/already-told';
import { formatWhen } from '@/lib/ui/format';
import { toldWords as t } from '@/lib/ui/words/told-words';
import { Verbatim } from '../verbatim';

type Props = { last: AlreadyTold['last']; now: Date };

/** What was taken down last, so that nobody asks for it again. */
export function SaidLast({ last, now }: Props) {
  if (!last) return null;
  return (
    <>
      <dt>{t.saidLast}</dt>
      <dd className="sensitive">
        <Verbatim text={last.text} by="note" />
        <p className="label">
          <bdi>{t.notedBy(last.author, formatWhen(last.at, now))}</bdi>
        </p>
      </dd>
    </>
  );
}
