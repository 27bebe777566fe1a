import { TriangleAlert } from 'lucide-react';
import type { AppErrorCode } from '@/lib/platform/app-error';
import { endangersWords, errorText } from '@/lib/ui/error-text';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './error-notice.css';

type Props = {
  code: AppErrorCode;
  onRetry?: (() => void) | undefined;
  onSignIn?: (() => void) | undefined;
  onDismiss?: (() => void) | undefined;
};

const w = words.error;

/** What happened, whether anything is lost, what to do. Red only where words may be lost. */
export function ErrorNotice({ code, onRetry, onSignIn, onDismiss }: Props) {
  const { what, lost, action } = errorText(code);
  const signIn = action === 'sign-in' ? onSignIn : undefined;
  const retry = action === 'none' || action === 'sign-in' ? undefined : onRetry;
  return (
    <div className="error-notice" role="alert" data-danger={endangersWords(code) || undefined}>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      <p>
        <strong>{what}</strong> {lost}
      </p>
      {(signIn || retry || onDismiss) && (
        <div className="error-notice-actions">
          {signIn && (
            <Button small onPress={signIn}>
              {w.signIn}
            </Button>
          )}
          {retry && (
            <Button small onPress={retry}>
              {w.retry}
            </Button>
          )}
          {onDismiss && (
            <Button small look="quiet" onPress={onDismiss}>
              {w.dismiss}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
