import { Duration, Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';

/** Bounds that belong to a value, both included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A time that Lightsail takes in whole seconds. */
export function checkSeconds(property: string, duration: Duration | undefined, bounds: Bounds): Findings {
  if (duration === undefined) { return []; }
  const allowed = bounds.most === Infinity ? 'any number of whole seconds is allowed' : `${bounds.least} to ${bounds.most} whole seconds are allowed`;
  if (duration.isUnresolved()) {
    // The value is not known, but the unit is: CloudFormation cannot convert it.
    return duration.unitLabel() === 'seconds' ? [] : finding(property, {
      what: 'token in the wrong unit', got: `Duration.${duration.unitLabel()}(<token>)`, allowed, todo: 'use Duration.seconds() for a token',
    });
  }
  const seconds = duration.toSeconds({ integral: false });
  if (!Number.isInteger(seconds)) {
    return finding(property, { what: 'not whole seconds', got: `${duration}`, allowed, todo: 'round it' });
  }
  if (seconds < bounds.least || seconds > bounds.most) {
    return finding(property, { what: 'out of range', got: `${duration}`, allowed, todo: 'choose a time in this range' });
  }
  return [];
}

/** A name that has to be there. */
export function checkNotEmpty(property: string, value: string | undefined, todo: string): Findings {
  if (value !== '') { return []; }
  return finding(property, { what: 'empty', got: '""', allowed: 'at least one character is needed', todo });
}

/** The path of a page of one's own. */
export function checkPagePath(property: string, path: string | undefined, most: number = Infinity): Findings {
  if (path === undefined || Token.isUnresolved(path)) { return []; }
  if (!path.startsWith('/')) {
    return finding(property, {
      what: 'no leading slash', got: `"${path}"`, allowed: 'a path begins with "/"', todo: `use "/${path}"`,
    });
  }
  if (path.length > most) {
    return finding(property, {
      what: 'too long', got: `${path.length} characters`, allowed: `at most ${most} are allowed`, todo: 'use a shorter path',
    });
  }
  return [];
}

/** The entries of a list in which each has a meaning of its own. */
export function checkEntries(property: string, entries: readonly string[], most: number): Findings {
  if (Token.isUnresolved(entries)) { return []; }
  const known = entries.filter((entry) => !Token.isUnresolved(entry));
  const repeated = known.filter((entry, index) => known.indexOf(entry) < index);
  return [
    ...(entries.length > most ? finding(property, {
      what: 'too many entries', got: entries.length, allowed: `at most ${most} are allowed`, todo: 'leave some out',
    }) : []),
    ...(known.includes('') ? finding(property, {
      what: 'empty entry', got: '""', allowed: 'at least one character is needed', todo: 'leave it out',
    }) : []),
    ...(repeated.length > 0 ? finding(property, {
      what: 'duplicate entry', got: `"${repeated[0]}" more than once`, allowed: 'each entry may occur once', todo: 'leave the others out',
    }) : []),
  ];
}
