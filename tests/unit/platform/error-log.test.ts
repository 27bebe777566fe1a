import { describe, expect, it } from 'vitest';
import { createErrorLog } from '@/lib/platform/error-log';

function setUp() {
  const written: string[] = [];
  return { log: createErrorLog((text) => written.push(text)), written };
}

describe('what a developer is told', () => {
  it('is where, what kind and the stack, and never the message', () => {
    const { log, written } = setUp();
    log('rpc', new TypeError('Marta Kowalczyk\nmarta@example.com said\n    at home: 4:5 pm'));
    expect(written[0]).toMatch(/^Heed: rpc: TypeError\n\s+at .*error-log\.test\.ts:\d+:\d+/);
    expect(written[0]).not.toMatch(/Marta|example\.com|home/);
  });

  it('is told once per stack', () => {
    const { log, written } = setUp();
    for (let i = 0; i < 3; i++) log('rpc', new Error(`number ${i}`));
    log('sync', new Error('elsewhere'));
    expect(written).toHaveLength(2);
  });

  it('reads Firefox’s stacks too', () => {
    const { log, written } = setUp();
    const stack = 'push@moz-extension://0000-uuid/background.js:7:12\nmarta@example.com wrote\n';
    log('sync', Object.assign(new Error('x'), { stack }));
    expect(written).toEqual(['Heed: sync: Error\npush@moz-extension://0000-uuid/background.js:7:12']);
  });

  it('says only the type of something that is no error', () => {
    const { log, written } = setUp();
    log('rpc', 'Marta Kowalczyk');
    expect(written).toEqual(['Heed: rpc: string\n']);
  });
});
