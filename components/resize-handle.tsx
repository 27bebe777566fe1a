import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type FramePlace, fittingWidth, NARROWEST, WIDEST } from '@/lib/domain/frame-place';
import { placeWords as w } from '@/lib/ui/words/place-words';
import './resize-handle.css';

type Props = {
  place: Pick<FramePlace, 'side' | 'width'>;
  /** while it is dragged */
  onShow: (width: number) => void;
  /** to be remembered */
  onDone: (width: number) => void;
};

const STEP = 20;

/** How much wider a key makes it; towards the middle of the page is wider, whichever edge it stands at. */
function stepOf(key: string, side: FramePlace['side']): number {
  const outwards = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
  const inwards = side === 'right' ? 'ArrowRight' : 'ArrowLeft';
  if (key === outwards || key === 'ArrowUp') return STEP;
  return key === inwards || key === 'ArrowDown' ? -STEP : 0;
}

/** The edge towards the page: dragged, or moved by the arrows. By the screen's points, for the frame moves under the hand. */
export function ResizeHandle({ place: { side, width }, onShow, onDone }: Props) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const widthAt = (event: PointerEvent): number => {
    if (!from.current) return width;
    const moved = event.screenX - from.current.x;
    return fittingWidth(from.current.width + (side === 'right' ? -moved : moved));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ends: Record<string, number> = { Home: NARROWEST, End: WIDEST };
    const to = ends[event.key] ?? width + stepOf(event.key, side);
    if (to === width) return;
    event.preventDefault();
    onDone(fittingWidth(to));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved
    <div
      className="resize-handle"
      data-side={side}
      role="separator"
      aria-orientation="vertical"
      aria-label={w.resize}
      aria-valuenow={width}
      aria-valuetext={w.widthOf(width)}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.screenX, width };
      }}
      onPointerMove={(event) => from.current && onShow(widthAt(event))}
      onPointerUp={(event) => {
        if (from.current) onDone(widthAt(event));
        from.current = null;
      }}
      onPointerCancel={() => {
        if (from.current) onDone(from.current.width);
        from.current = null;
      }}
    />
  );
}
