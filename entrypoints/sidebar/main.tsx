import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { FramePlace } from '@/lib/domain/frame-place';
import { call } from '@/lib/messaging/rpc-client';
import { systemClock } from '@/lib/platform/clock';
import { createErrorLog } from '@/lib/platform/error-log';
import { type FrameChannel, openFrameChannel } from '@/lib/ui/frame-channel';
import { createFrameGuard } from '@/lib/ui/visible-guard';
import { App } from './app';
import { browserHost } from './browser-host';

const logError = createErrorLog((text) => console.error(text));

function FramedApp({
  channel,
  ...rest
}: { channel: FrameChannel } & Pick<Parameters<typeof App>[0], 'host' | 'guard'>) {
  const key = useSyncExternalStore(channel.onPageKey, channel.pageKey);
  const collapse = useCallback(
    (collapsed: boolean, hasWords: boolean) => channel.send({ type: 'size', collapsed, hasWords }),
    [channel],
  );
  const frame = useMemo(
    () => ({
      showPlace: (place: FramePlace) => channel.send({ type: 'place', place }),
      onFocus: channel.onFocus,
    }),
    [channel],
  );
  const crash = useCallback((error: unknown) => logError('sidebar', error), []);
  return (
    <App {...rest} witness={{ by: 'content', key }} onCollapse={collapse} frame={frame} onCrash={crash} />
  );
}

/** Until the page's content script has vouched for this frame there is nothing in it: any site can frame us. */
openFrameChannel(window, call)
  .then((channel) => {
    const openPanel = () => channel.send({ type: 'open-panel' });
    const host = browserHost({ kind: 'frame', tabId: undefined, openPanel });
    const guard = createFrameGuard(() => systemClock.now().getTime());
    const root = document.getElementById('root');
    channel.send({ type: 'here' });
    if (root) createRoot(root).render(<FramedApp channel={channel} host={host} guard={guard} />);
  })
  .catch((error) => logError('pairing', error));
