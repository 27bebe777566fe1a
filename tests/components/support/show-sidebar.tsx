import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '@/entrypoints/sidebar/app';
import type { FrameControls } from '@/lib/ui/frame-controls';
import type { PageWitness } from '@/lib/ui/identity-gate';
import { ownPageGuard, type VisibleGuard } from '@/lib/ui/visible-guard';
import type { FakeBackground } from './fake-background';

type Around = {
  witness?: PageWitness;
  guard?: VisibleGuard;
  onCollapse?: ((collapsed: boolean, isHeld: boolean) => void) | null;
  frame?: FrameControls | null;
};

/** The whole sidebar over a background in memory. */
export function showSidebar(background: FakeBackground, around: Around = {}) {
  const app = ({ witness, guard, onCollapse, frame }: Around) => (
    <App
      host={background.host}
      guard={guard ?? ownPageGuard}
      witness={witness ?? { by: 'background' }}
      onCollapse={onCollapse ?? null}
      frame={frame ?? null}
      onCrash={(error) => {
        throw error;
      }}
    />
  );
  const user = userEvent.setup({ delay: null });
  const { rerender, unmount, container } = render(app(around));
  return { user, unmount, container, witness: (w: PageWitness) => rerender(app({ ...around, witness: w })) };
}
