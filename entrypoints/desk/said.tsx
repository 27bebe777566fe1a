import type { AppErrorCode } from '@/lib/platform/app-error';
import type { UndoResult } from '@/lib/protocol/desk';
import type { DeskModel } from '@/lib/ui/desk/use-desk';
import { nameIn } from '@/lib/ui/desk/use-desk-list';
import type { ReviewingMany } from '@/lib/ui/desk/use-review-many';
import { deskWords as w } from '@/lib/ui/words/desk-words';

function whyNot(code: AppErrorCode): string {
  if (code === 'identity-changed') return w.someoneElse;
  return code === 'not-found' ? w.gone : w.notDone;
}

function undoneWords(undone: readonly UndoResult[]): string {
  const out = undone.flatMap(({ result }) => (result === 'undone' ? [] : [w.notUndone[result]]));
  const back = w.undone(undone.length - out.length);
  return out.length === 0 ? back : `${back} ${w.stayIn(out.length, [...new Set(out)].join(', '))}`;
}

function manyWords(many: ReviewingMany): string {
  if (many.state === 'working') return w.reviewingMany(many.done, many.all);
  const back = w.reviewedMany(many.reviewed);
  const why = [...new Set(many.out.map((one) => (one === 'failed' ? w.failed : w.held[one])))];
  return why.length === 0 ? back : `${back} ${w.stayThere(many.out.length, why.join(', '))}`;
}

/** What became of the last thing that was done here. */
export function Said({ model }: { model: DeskModel }) {
  const { became } = model.acts;
  const { undone } = model.publish;
  const { many } = model.reviewing;
  const failed = became?.kind === 'failed';
  const said = became?.kind === 'said' ? w.said[became.what](nameIn(became.note, w.unnamed)) : '';
  return (
    <p
      role="status"
      className="desk-said"
      data-failed={many ? many.state === 'done' && many.out.length > 0 : failed}
    >
      <bdi>{many ? manyWords(many) : failed ? whyNot(became.code) : undone ? undoneWords(undone) : said}</bdi>
    </p>
  );
}
