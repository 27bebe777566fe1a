import type { ReactNode } from 'react';
import { useKeptScroll } from '@/lib/ui/use-kept-scroll';
import { words } from '@/lib/ui/words/words';
import { Spoken } from './spoken';
import './tokens.css';
import './base.css';
import './sidebar-frame.css';

type Props = {
  /** stands in a page that isn't ours: draws its own edge */
  edge: boolean;
  /** whom all this is about, and by which note: where it was read to is kept for each */
  subject: string | null;
  call: string | null;
  /** stays in sight: who this is about, and who is calling */
  top: ReactNode;
  /** what there is to read: scrolls by itself where the window is high enough */
  children: ReactNode;
  /** what there is to write: keeps its place, whatever comes in above it */
  write: ReactNode;
  /** stays in sight: what is sent and what isn't */
  bottom: ReactNode;
  /** where its width is dragged; nothing where it has none of its own */
  handle?: ReactNode;
  /** read out when it changes */
  announced: string;
  /** stands below that: what can be done about it */
  said?: ReactNode;
};

export function SidebarFrame(props: Props) {
  const { edge, subject, call, top, children, write, bottom, handle, announced, said } = props;
  const read = useKeptScroll(subject, call);
  const form = useKeptScroll(subject, call);
  return (
    <Spoken>
      <div className="sidebar" data-edge={edge || undefined}>
        <section className="sidebar-top" aria-label={words.regions.who}>
          {top}
          {handle}
        </section>
        <main className="sidebar-body">
          <div ref={read} className="sidebar-read">
            {children}
          </div>
          {write && (
            <div ref={form} className="sidebar-write">
              {write}
            </div>
          )}
        </main>
        <div>
          <p className="sidebar-said" role="status">
            {announced}
          </p>
          {said}
          {bottom}
        </div>
      </div>
    </Spoken>
  );
}
