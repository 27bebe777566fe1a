import { useState } from 'react';
import { DeskConflict } from '@/components/desk/desk-conflict';
import { DeskFilters } from '@/components/desk/desk-filters';
import { DeskKeysSheet } from '@/components/desk/desk-keys-sheet';
import { DeskList } from '@/components/desk/desk-list';
import { PublishSheet } from '@/components/desk/publish-sheet';
import { ErrorNotice } from '@/components/error-notice';
import { Button } from '@/components/ui/button';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { errorCode } from '@/lib/platform/app-error';
import { codeLabels } from '@/lib/ui/code-labels';
import { useDesk } from '@/lib/ui/desk/use-desk';
import { useDeskKeys } from '@/lib/ui/desk/use-desk-keys';
import type { DeskListModel } from '@/lib/ui/desk/use-desk-list';
import { useNow } from '@/lib/ui/use-now';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { deskKeys } from './desk-keys';
import { Note } from './note';
import { Said } from './said';

type Organisation = NonNullable<RpcOutput<'organisation.get'>>;

/** The store doesn't answer: what it said last stays; or something else is wrong. */
function Trouble({ list: { query } }: { list: DeskListModel }) {
  if (!query.error) return null;
  const code = errorCode(query.error);
  if (code !== 'offline' && code !== 'server-error')
    return <ErrorNotice code={code} onRetry={() => void query.refetch()} />;
  return <p role="alert">{query.data ? w.offline : w.offlineAtOnce}</p>;
}

function Nothing({ list }: { list: DeskListModel }) {
  if (list.query.error || list.notes.length > 0) return null;
  if (list.query.isPending) return <p className="muted">{w.loading}</p>;
  if (list.isFiltered)
    return (
      <div className="desk-bar">
        <p>{w.noMatch}</p>
        <Button small onPress={list.clear}>
          {w.clear}
        </Button>
      </div>
    );
  return (
    <>
      <p>{w.empty[list.filters.state]}</p>
      <p className="muted">{w.emptyHint}</p>
    </>
  );
}

type Model = ReturnType<typeof useDesk>;

/** What can be done with many at once. */
function Bar({ model, onHelp }: { model: Model; onHelp: () => void }) {
  const { chosen, list, publish, reviewing } = model;
  return (
    <div className="desk-bar">
      <Button look="accent" isDisabled={model.isAway} onPress={model.lookAtPublishing}>
        {w.publish}
      </Button>
      {chosen.size > 0 && (
        <>
          <span>{w.chosen(chosen.size)}</span>
          <Button small isDisabled={model.isAway || reviewing.isBusy} onPress={model.reviewChosen}>
            {w.reviewMany(chosen.size)}
          </Button>
        </>
      )}
      {list.notes.length > 0 && (
        <Button small look="quiet" onPress={chosen.size > 0 ? model.chooseNone : model.chooseAll}>
          {chosen.size > 0 ? w.chooseNone : w.chooseAll}
        </Button>
      )}
      {publish.canUndo && (
        <Button small onPress={publish.undo}>
          {w.undo}
        </Button>
      )}
      <Button small look="quiet" onPress={onHelp}>
        {w.help}
      </Button>
    </div>
  );
}

/** The list, and what it is filtered by. */
function Notes({ model }: { model: Model }) {
  const now = useNow();
  const { list } = model;
  return (
    <div className="desk-column">
      <DeskFilters {...list} onFilter={list.setFilters} />
      <Nothing list={list} />
      {list.notes.length > 0 && (
        <DeskList
          notes={list.notes}
          currentId={model.current?.noteId ?? null}
          chosen={model.chosen}
          now={now}
          onShow={model.open}
          onChoose={model.choose}
        />
      )}
      {list.query.hasNextPage && <Button onPress={() => void list.query.fetchNextPage()}>{w.more}</Button>}
    </div>
  );
}

/** Notes on the left, one of them on the right. */
export function Desk({ organisation }: { organisation: Organisation }) {
  const model = useDesk(organisation.user.id);
  const [help, setHelp] = useState(false);
  const { list, acts, publish } = model;
  const labels = codeLabels(organisation);
  useDeskKeys(deskKeys(model, () => setHelp(true)));
  const now = useNow();
  return (
    <>
      <Bar model={model} onHelp={() => setHelp(true)} />
      <Said model={model} />
      <Trouble list={list} />
      <div className="desk-columns">
        <Notes model={model} />
        <Note model={model} organisation={organisation} />
      </div>
      {acts.conflict && (
        <DeskConflict conflict={acts.conflict} {...{ labels, now }} onReadAnew={() => void acts.readAnew()} />
      )}
      {publish.publishing && <PublishSheet model={publish} publishing={publish.publishing} labels={labels} />}
      {help && <DeskKeysSheet onClose={() => setHelp(false)} />}
    </>
  );
}
