import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';
import './sidebar-frame.css';

type Props = {
  /** stays in sight: who this is about */
  top: ReactNode;
  children: ReactNode;
  /** stays in sight: what is sent and what isn't */
  bottom: ReactNode;
  /** read out when it changes */
  announced: string;
};

export function SidebarFrame({ top, children, bottom, announced }: Props) {
  return (
    <div className="sidebar">
      <div className="sidebar-top">{top}</div>
      <main className="sidebar-body">{children}</main>
      <div>
        <p className="visually-hidden" role="status">
          {announced}
        </p>
        {bottom}
      </div>
    </div>
  );
}
