import { isEquivalent } from '../../../lambda/distribution/equivalence';

test.each<[unknown, unknown, boolean]>([
  [undefined, null, true],
  [undefined, '', true],
  [null, '', true],
  [undefined, [], true],
  [undefined, {}, true],
  [{ a: null }, { a: undefined }, true],
  [{ a: [] }, {}, true],
  [['a', 'b'], ['b', 'a', 'a'], true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [undefined, 0, false],
  [undefined, false, false],
  [null, 'null', false],
  ['1', 1, false],
  [['a'], 'a', false],
  [{ a: 1 }, { a: 1, b: false }, false],
])('%j and %j: %p', (one, other, isSame) => {
  expect(isEquivalent(one, other)).toBe(isSame);
  expect(isEquivalent(other, one)).toBe(isSame);
});
