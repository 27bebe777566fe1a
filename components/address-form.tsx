import { zodResolver } from '@hookform/resolvers/zod';
import { type FormEvent, useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/settings-words';
import { addressSchema, isSafeStore, readAddress } from '@/lib/ui/site-address';
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
  /** begun in the submit event itself: the browser asks for a permission only then */
  onAddress: (url: URL) => Promise<Outcome>;
};

type Ended = { outcome: Outcome; host: string };

/** One address, and what became of it. */
export function AddressForm({
  label,
  hint,
  button,
  address,
  forStore,
  isNext = false,
  done,
  onAddress,
}: Props) {
  const id = useId();
  const [ended, setEnded] = useState<Ended | null>(null);
  const form = useForm({
    resolver: zodResolver(addressSchema(settingsWords.address, forStore)),
    defaultValues: { address },
  });
  const error = form.formState.errors.address?.message;

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

  return (
    <form className="address-form" onSubmit={submit} noValidate>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="address-row">
        <input
          id={id}
          className="control"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={error !== undefined}
          {...form.register('address')}
        />
        <Button type="submit" look={isNext ? 'primary' : 'accent'} isDisabled={form.formState.isSubmitting}>
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
