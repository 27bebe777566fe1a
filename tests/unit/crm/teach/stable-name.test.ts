import { describe, expect, it } from 'vitest';
import { isStableClass, isStableName } from '@/lib/crm/teach/stable-name';

describe('names that outlive a build', () => {
  it.each(['customer-email', 'email', 'Value:', 'user-menu', 'E-Mail', 'contact.phone', 'Telefonnummer'])(
    '%s is one',
    (name) => expect(isStableName(name)).toBe(true),
  );

  it.each(['ui-id-93', 'x8f3k', 'field_3f2a', 'tab-4', 'sdkfjw', 'a', '204', ':r1:', 'b1f0c2d4'])(
    '%s is none',
    (name) => expect(isStableName(name)).toBe(false),
  );
});

describe('classes that say what an element is', () => {
  it.each(['EmailAddress', 'customer-name', 'requestors', 'user-summary', 'current-value', 'phone'])(
    '%s is one',
    (name) => expect(isStableClass(name)).toBe(true),
  );

  it.each([
    ['a hash', 'css-1q2w3e'],
    ['letters of chance', 'sc-bdvwx'],
    ['a module’s class with its hash', 'Card_email__x7Yz2'],
    ['a module’s class with a hash of letters', 'Card_email__abCde'],
    ['a utility', 'text-sm'],
    ['a utility with a condition', 'md:px-4'],
    ['a utility with a value', 'w-[120px]'],
    ['a state', 'active'],
    ['looks', 'btn'],
  ])('%s is none: %s', (_, name) => expect(isStableClass(name)).toBe(false));
});
