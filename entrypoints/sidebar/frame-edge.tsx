import { useEffect } from 'react';
import { ResizeHandle } from '@/components/resize-handle';
import { usualPlace } from '@/lib/domain/frame-place';
import type { FrameControls } from '@/lib/ui/frame-controls';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

type Props = { model: SidebarModel; frame: FrameControls };

/** The edge towards the page. Where the rep wants it, by what is remembered, it stands in every tab of the CRM. */
export function FrameEdge({ model: { look, commands }, frame }: Props) {
  const place = look?.place ?? usualPlace;
  useEffect(() => {
    if (look) frame.showPlace(look.place);
    document.documentElement.dataset.side = place.side;
  }, [frame, look, place.side]);
  return (
    <ResizeHandle
      place={place}
      onShow={(width) => frame.showPlace({ ...place, width })}
      onDone={(width) => {
        frame.showPlace({ ...place, width });
        void commands.setPlace({ ...place, width });
      }}
    />
  );
}
