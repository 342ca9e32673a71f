import { Duration, Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';

/** Inclusive bounds. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A duration that Lightsail accepts in whole seconds. */
export function checkSeconds(property: string, duration: Duration | undefined, bounds: Bounds): Findings {
  if (duration === undefined) { return []; }
  const allowed = bounds.max === Infinity ? 'any number of whole seconds is allowed' : `${bounds.min} to ${bounds.max} whole seconds are allowed`;
  if (duration.isUnresolved()) {
    // The value is unknown at synthesis, but its unit is known, and CloudFormation cannot convert units.
    return duration.unitLabel() === 'seconds' ? [] : finding(property, {
      what: 'token in the wrong unit', got: `Duration.${duration.unitLabel()}(<token>)`, allowed, todo: 'use Duration.seconds() for a token',
    });
  }
  const seconds = duration.toSeconds({ integral: false });
  if (!Number.isInteger(seconds)) {
    return finding(property, { what: 'not whole seconds', got: `${duration}`, allowed, todo: 'round it' });
  }
  if (seconds < bounds.min || seconds > bounds.max) {
    return finding(property, { what: 'out of range', got: `${duration}`, allowed, todo: 'choose a time in this range' });
  }
  return [];
}

/** A required string. */
export function checkNotEmpty(property: string, value: string | undefined, todo: string): Findings {
  if (value !== '') { return []; }
  return finding(property, { what: 'empty', got: '""', allowed: 'at least one character is needed', todo });
}

/** The path of a page or an endpoint at the origin. */
export function checkPagePath(property: string, path: string | undefined, maxLength: number = Infinity): Findings {
  if (path === undefined || Token.isUnresolved(path)) { return []; }
  if (!path.startsWith('/')) {
    return finding(property, {
      what: 'no leading slash', got: `"${path}"`, allowed: 'a path begins with "/"', todo: `use "/${path}"`,
    });
  }
  if (path.length > maxLength) {
    return finding(property, {
      what: 'too long', got: `${path.length} characters`, allowed: `at most ${maxLength} are allowed`, todo: 'use a shorter path',
    });
  }
  return [];
}

/** The entries of a list without duplicates. */
export function checkEntries(property: string, entries: readonly string[], maxEntries: number): Findings {
  if (Token.isUnresolved(entries)) { return []; }
  const known = entries.filter((entry) => !Token.isUnresolved(entry));
  const duplicates = known.filter((entry, index) => known.indexOf(entry) < index);
  return [
    ...(entries.length > maxEntries ? finding(property, {
      what: 'too many entries', got: entries.length, allowed: `at most ${maxEntries} are allowed`, todo: 'leave some out',
    }) : []),
    ...(known.includes('') ? finding(property, {
      what: 'empty entry', got: '""', allowed: 'at least one character is needed', todo: 'leave it out',
    }) : []),
    ...(duplicates.length > 0 ? finding(property, {
      what: 'duplicate entry', got: `"${duplicates[0]}" more than once`, allowed: 'each entry may occur once', todo: 'leave the others out',
    }) : []),
  ];
}
