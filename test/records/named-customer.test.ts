import { describe, expect, it } from 'vitest';
import { customerFirst } from '../../src/records/named-customer.ts';

const names = ['Acme', 'Acme Foods', 'Beta Tech', 'Beta Works', 'Globex', 'O’Neill & Söhne', 'Link'];
const customers = names.map((name) => ({ id: name, name }));
const read = (typed: string) => {
  const found = customerFirst(typed, customers);
  if ('customer' in found) return [found.customer.name, found.rest];
  return 'several' in found
    ? { several: found.several.map(({ customer }) => customer.name) }
    : { near: found.near.map(({ customer, rest }) => [customer.name, rest]) };
};

describe('the customer that words begin with', () => {
  it.each([
    ['acme', ['Acme', '']],
    ['Acme 4 too slow', ['Acme', '4 too slow']],
    ['acme foods 4', ['Acme Foods', '4']],
    ['"Acme" foods are late', ['Acme', 'foods are late']],
    ['“Link” jane@link.com', ['Link', 'jane@link.com']],
    ['o neill sohne', ['O’Neill & Söhne', '']],
    ['beta works 9 like Globex', ['Beta Works', '9 like Globex']],
  ])('%s', (typed, wanted) => expect(read(typed)).toEqual(wanted));

  it('may be several, and may have a slip in it', () => {
    expect(read('beta 4')).toEqual({ several: ['Beta Tech', 'Beta Works'] });
    expect(read('globax 4')).toEqual({ near: [['Globex', '4']] });
    expect(read('globx 4 slow')).toEqual({ near: [['Globex', '4 slow']] });
    expect(read('Amce 4')).toEqual({ near: [['Acme', '4']] });
    // What is nearly a longer name is not taken for a person at the shorter one.
    expect(read('beta worsk 9')).toEqual({ near: [['Beta Works', '9']] });
    expect(read('Acme Fods Jane')).toEqual({
      near: [
        ['Acme Foods', 'Jane'],
        ['Acme', 'Fods Jane'],
      ],
    });
    expect(read('"Acme" Fods')).toEqual(['Acme', 'Fods']);
    expect(read('Acme 4 foods')).toEqual(['Acme', '4 foods']);
    expect(read('Acme Fred')).toEqual(['Acme', 'Fred']);
    expect(read('glob 4')).toEqual({ near: [['Globex', '4']] });
    expect(read('nobody at all')).toEqual({ near: [] });
    expect(read('"Acme F" 3')).toEqual({
      near: [
        ['Acme', '3'],
        ['Acme Foods', '3'],
      ],
    });
  });
});
