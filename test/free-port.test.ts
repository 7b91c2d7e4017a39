import { describe, expect, it } from 'vitest';
import { onPortOrAnother } from '../src/free-port.ts';

describe('a port that one would like to have', () => {
  const start = (code: string) => async (port: number) => {
    if (port === 4040) throw Object.assign(new Error(code), { code });
    return port;
  };

  it('is another one when it is taken', async () => {
    expect(await onPortOrAnother(4040, start('EADDRINUSE'))).toBe(0);
    expect(await onPortOrAnother(4041, start('EADDRINUSE'))).toBe(4041);
  });

  it('is not tried elsewhere after any other fault', async () => {
    await expect(onPortOrAnother(4040, start('EACCES'))).rejects.toThrow('EACCES');
  });
});
