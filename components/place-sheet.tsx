import { type FramePlace, NARROWEST, WIDEST } from '@/lib/domain/frame-place';
import { placeWords as w } from '@/lib/ui/words/place-words';
import { Segmented } from './ui/segmented';
import { Sheet } from './ui/sheet';
import './place-sheet.css';

type Props = { place: FramePlace; onPlace: (place: FramePlace) => void; onClose: () => void };

function Width({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  return (
    <label className="place-width">
      <span className="label">{w.width}</span>
      <input
        type="range"
        min={NARROWEST}
        max={WIDEST}
        step={20}
        value={width}
        aria-valuetext={w.widthOf(width)}
        onChange={(event) => onWidth(Number(event.target.value))}
      />
      <span className="label">{width}</span>
    </label>
  );
}

/** Where Heed stands in this CRM; seen behind the sheet as it is chosen. */
export function PlaceSheet({ place, onPlace, onClose }: Props) {
  const set = (part: Partial<FramePlace>) => onPlace({ ...place, ...part });
  return (
    <Sheet title={w.title} onClose={onClose}>
      <div className="place-sheet">
        <p className="muted">{w.lead}</p>
        <Segmented
          label={w.side}
          options={w.sides}
          value={place.side}
          onChange={(side) => side && set({ side })}
        />
        <Width width={place.width} onWidth={(width) => set({ width })} />
        <Segmented
          label={w.room}
          options={w.rooms}
          value={place.room}
          onChange={(room) => room && set({ room })}
        />
        <p className="muted">{w.roomHint}</p>
        <Segmented
          label={w.opens}
          options={w.openings}
          value={place.opens}
          onChange={(opens) => opens && set({ opens })}
        />
      </div>
    </Sheet>
  );
}
