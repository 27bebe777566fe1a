import { Component, type ReactNode } from 'react';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './empty-state.css';

type Props = {
  /** told once per crash; for the developer's log, not for the screen */
  onCrash: (error: unknown) => void;
  children: ReactNode;
};

/** React knows no other way to catch an error in rendering than a class. The draft isn't in here, so nothing is lost. */
export class CrashBoundary extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error);
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="empty-state" role="alert">
        <p>{words.error.crashed}</p>
        <p>
          <Button onPress={() => this.setState({ crashed: false })}>{words.error.reopen}</Button>
        </p>
      </div>
    );
  }
}
