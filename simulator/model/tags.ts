import { constrained, list, string, structure } from './shape';

const characters = /^[\p{L}\p{N}\s+\-=._:/@]*$/u;
const allowed = 'letters, digits, spaces and + - = . _ : / @';

export const tagKey = constrained(string, `have 1 to 128 characters, ${allowed}`,
  (key) => key.length >= 1 && key.length <= 128 && characters.test(key));
export const tagValue = constrained(string, `have at most 256 characters, ${allowed}`,
  (value) => value.length <= 256 && characters.test(value));
export const tags = list(structure({ key: tagKey }, { value: tagValue }));
