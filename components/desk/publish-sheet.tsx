import type { Preview, PublishResult } from '@/lib/protocol/desk';
import type { CodeLabels } from '@/lib/ui/code-labels';
import { nameIn } from '@/lib/ui/desk/use-desk-list';
import type { Publishing, PublishModel } from '@/lib/ui/desk/use-publish';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { ErrorNotice } from '../error-notice';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';

type Props = { model: PublishModel; publishing: Publishing; labels: CodeLabels };
type Notes = Extract<Publishing, { state: 'preview' }>['notes'];
type Out = { noteId: string; why: string };

const held: Readonly<Record<string, () => string>> = {
  conflict: () => w.held.conflict,
  'not-reviewed': () => w.held['not-reviewed'],
  'there-already': () => w.held['there-already'],
  'not-found': () => w.held['not-found'],
  'taken-back': () => w.takenBack,
  failed: () => w.failed,
};
const isMeant = (will: string) => will === 'come' || will === 'replace';
const signed = (n: number) => (n > 0 ? `+${n}` : `${n}`);

/** Which notes stay out, each with its name and why. */
function StaysOut({ notes, out }: { notes: Notes; out: readonly Out[] }) {
  if (out.length === 0) return null;
  const nameOf = (noteId: string) => {
    const note = notes.find((one) => one.noteId === noteId);
    return note ? nameIn(note as Parameters<typeof nameIn>[0], w.unnamed) : w.unnamed;
  };
  return (
    <>
      <p>{w.stay(out.length)}</p>
      <ul className="desk-out">
        {out.map(({ noteId, why }) => (
          <li key={noteId}>
            <bdi>{w.heldLine(nameOf(noteId), held[why]?.() ?? w.failed)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ preview, labels }: { preview: Preview; labels: CodeLabels }) {
  const changes = [
    ...preview.reasons.map(({ code, change }) => w.change(labels.reason(code), signed(change))),
    ...(preview.complaints === 0 ? [] : [w.change(w.complaints, signed(preview.complaints))]),
  ];
  if (changes.length === 0) return null;
  return (
    <section aria-label={w.reasonsChange}>
      <h3 className="label">{w.reasonsChange}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </section>
  );
}

function Look({
  model,
  labels,
  notes,
  preview,
}: Omit<Props, 'publishing'> & { notes: Notes; preview: Preview }) {
  const count = (kind: string) => preview.notes.filter(({ will }) => will === kind).length;
  const meant = notes.filter(({ noteId }) =>
    preview.notes.some((one) => one.noteId === noteId && isMeant(one.will)),
  );
  const out = preview.notes.filter(({ will }) => !isMeant(will));
  return (
    <>
      {notes.length === 0 && <p>{w.nothingToPublish}</p>}
      {count('come') > 0 && <p>{w.come(count('come'))}</p>}
      {count('replace') > 0 && <p>{w.replace(count('replace'))}</p>}
      <Changes {...{ preview, labels }} />
      <StaysOut notes={notes} out={out.map(({ noteId, will }) => ({ noteId, why: will }))} />
      <div className="desk-actions">
        {meant.length > 0 && (
          <Button look="primary" autoFocus onPress={() => model.publish(meant)}>
            {w.publishNow(meant.length)}
          </Button>
        )}
        <Button look="quiet" autoFocus={meant.length === 0} onPress={model.close}>
          {w.close}
        </Button>
      </div>
    </>
  );
}

function Results({
  model,
  notes,
  results,
}: {
  model: PublishModel;
  notes: Notes;
  results: readonly PublishResult[];
}) {
  const published = results.filter(({ result }) => result === 'published').length;
  const out = results.filter(({ result }) => result !== 'published');
  const failed = new Set(results.filter(({ result }) => result === 'failed').map(({ noteId }) => noteId));
  return (
    <>
      <p role="status">{w.published(published)}</p>
      <StaysOut notes={notes} out={out.map(({ noteId, result }) => ({ noteId, why: result }))} />
      <div className="desk-actions">
        {failed.size > 0 && (
          <Button
            look="accent"
            onPress={() =>
              model.retry(
                notes.filter(({ noteId }) => failed.has(noteId)),
                results,
              )
            }
          >
            {w.retry(failed.size)}
          </Button>
        )}
        <Button autoFocus onPress={model.close}>
          {w.close}
        </Button>
        {published > 0 && (
          <Button look="quiet" onPress={model.undo}>
            {w.undo}
          </Button>
        )}
      </div>
    </>
  );
}

function Working({ done, all }: { done: number; all: number }) {
  return (
    <p role="status">
      <progress aria-label={w.progressLabel} value={done} max={all} /> {w.progress(done, all)}
    </p>
  );
}

/** What publishing would change, how far it is, and what became of each note. */
export function PublishSheet({ model, publishing, labels }: Props) {
  const { state } = publishing;
  return (
    <Sheet title={w.publishTitle} question={state === 'working'} onClose={model.close}>
      {state === 'looking' && <p className="muted">{w.previewing}</p>}
      {state === 'failed' && <ErrorNotice code={publishing.code} onRetry={() => model.look([])} />}
      {state === 'preview' && <Look {...{ model, labels }} {...publishing} />}
      {state === 'working' && <Working done={publishing.done} all={publishing.notes.length} />}
      {state === 'done' && <Results model={model} {...publishing} />}
    </Sheet>
  );
}
