import type { FramePlace } from '@/lib/domain/frame-place';

/** What a sidebar in a page can ask of the script that put it there, and hears from it. */
export type FrameControls = {
  /** seen at once; what is remembered goes to the background */
  showPlace(place: FramePlace): void;
  /** a person asked for the sidebar by the chord. @returns how to stop listening */
  onFocus(listener: () => void): () => void;
};
