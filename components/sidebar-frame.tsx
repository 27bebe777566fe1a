import type { ReactNode } from 'react';
import { Spoken } from './spoken';
import './tokens.css';
import './base.css';
import './sidebar-frame.css';

type Props = {
  /** stands in a page that isn't ours: draws its own edge */
  edge: boolean;
  /** stays in sight: who this is about, and who is calling */
  top: ReactNode;
  /** what there is to read: scrolls by itself where the window is high enough */
  children: ReactNode;
  /** what there is to write: keeps its place, whatever comes in above it */
  write: ReactNode;
  /** stays in sight: what is sent and what isn't */
  bottom: ReactNode;
  /** read out when it changes */
  announced: string;
};

export function SidebarFrame({ edge, top, children, write, bottom, announced }: Props) {
  return (
    <Spoken>
      <div className="sidebar" data-edge={edge || undefined}>
        <div className="sidebar-top">{top}</div>
        <main className="sidebar-body">
          <div className="sidebar-read">{children}</div>
          {write && <div className="sidebar-write">{write}</div>}
        </main>
        <div>
          <p className="sidebar-said" role="status">
            {announced}
          </p>
          {bottom}
        </div>
      </div>
    </Spoken>
  );
}
