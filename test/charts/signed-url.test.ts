import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { signPicturePath, verifyPicturePath } from '../../src/charts/signed-url.ts';

const key = 'ab12'.repeat(16);
const workspaceId = '0198a2c4-5f1e-7000-8000-00000000000a';
const name = { workspaceId, key };
const secret = 'a secret of the workspace';
const now = Temporal.Instant.from('2024-03-19T12:00:00Z');
const inOneHour = now.add({ hours: 1 });

test('a signed path names its picture until it expires', () => {
  const path = signPicturePath(name, inOneHour, secret);
  expect(verifyPicturePath(path, now, secret)).toEqual(name);
  expect(verifyPicturePath(path, inOneHour.subtract({ seconds: 1 }), secret)).toEqual(name);
  expect(verifyPicturePath(path, inOneHour, secret)).toBeNull();
});

test('another secret, another picture, another workspace or a later expiry is refused', () => {
  const path = signPicturePath(name, inOneHour, secret);
  expect(verifyPicturePath(path, now, 'another secret')).toBeNull();
  expect(verifyPicturePath(path.replace(key, 'cd34'.repeat(16)), now, secret)).toBeNull();
  const elsewhere = path.replace(workspaceId, workspaceId.replace('a', 'b'));
  expect(verifyPicturePath(elsewhere, now, secret)).toBeNull();
  const seconds = String(inOneHour.epochMilliseconds / 1000);
  expect(verifyPicturePath(path.replace(seconds, String(Number(seconds) + 60)), now, secret)).toBeNull();
});

test('no path altered in any one character is accepted', () => {
  const path = signPicturePath(name, inOneHour, secret);
  fc.assert(
    fc.property(
      fc.nat(path.length - 1),
      fc.constantFrom(...'0123456789abcdefAEIMQUYcgkosw-_/.'),
      (index, character) => {
        const altered = path.slice(0, index) + character + path.slice(index + 1);
        fc.pre(altered !== path);
        expect(verifyPicturePath(altered, now, secret)).toBeNull();
      },
    ),
  );
});

test('a path that is none is refused', () => {
  for (const path of [
    '',
    '/',
    '/charts/',
    `/charts/${workspaceId}/${key}/999999999999/${'A'.repeat(43)}.png`,
    '/charts/../secret.png',
  ]) {
    expect(verifyPicturePath(path, now, secret)).toBeNull();
  }
});
