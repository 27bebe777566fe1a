import { zodResolver } from '@hookform/resolvers/zod';
import { type FormEvent, useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Outcome } from '@/lib/ui/settings-actions';
import { addressSchema, isSafeStore, readAddress } from '@/lib/ui/site-address';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { OutcomeLine } from './outcome-line';
import { Button } from './ui/button';
import './ui/field.css';
import './address-form.css';

type Props = {
  label: string;
  hint: string;
  button: string;
  /** what stands in the field at first */
  address: string;
  forStore: boolean;
  /** the next thing to do on this page */
  isNext?: boolean;
  /** says that it went well */
  done: (host: string) => string;
  onAddress: (url: URL) => Promise<Outcome>;
};

type Ended = { outcome: Outcome; host: string };

/** The submit event itself begins the work, where the address fits: the browser asks for a permission only then. */
function useAddress({ address, forStore, onAddress }: Pick<Props, 'address' | 'forStore' | 'onAddress'>) {
  const [ended, setEnded] = useState<Ended | null>(null);
  const form = useForm({
    resolver: zodResolver(addressSchema(settingsWords.address, forStore)),
    defaultValues: { address },
  });
  const submit = (event: FormEvent) => {
    const url = readAddress(form.getValues('address'));
    const fits = url !== null && (!forStore || isSafeStore(url));
    const begun = fits ? onAddress(url) : null;
    setEnded(null);
    const finish = form.handleSubmit(async () => {
      if (begun && url) setEnded({ outcome: await begun, host: url.host });
    });
    void finish(event);
  };
  const { errors, isSubmitting } = form.formState;
  return {
    field: form.register('address'),
    error: errors.address?.message,
    busy: isSubmitting,
    ended,
    submit,
  };
}

/** One address, and what became of it. */
export function AddressForm({ label, hint, button, isNext = false, done, ...rest }: Props) {
  const id = useId();
  const { field, error, busy, ended, submit } = useAddress(rest);
  const describes = { 'aria-describedby': `${id}-hint`, 'aria-invalid': error !== undefined };
  return (
    <form className="address-form" onSubmit={submit} noValidate>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="address-row">
        <input id={id} className="control" inputMode="url" autoComplete="off" {...describes} {...field} />
        <Button type="submit" look={isNext ? 'primary' : 'accent'} isDisabled={busy}>
          {button}
        </Button>
      </div>
      <p id={`${id}-hint`} className="label">
        {hint}
      </p>
      {error && (
        <p role="alert" className="outcome" data-bad>
          {error}
        </p>
      )}
      <OutcomeLine outcome={ended?.outcome ?? null} done={done(ended?.host ?? '')} />
    </form>
  );
}
