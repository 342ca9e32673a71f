import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import type { Language } from './language';
import { python } from './python';
import { typescript } from './typescript';

/** The languages, by the value of `--language`. */
export const LANGUAGES = { typescript, python, java, csharp, go } as const satisfies Readonly<Record<string, Language>>;

export type LanguageName = keyof typeof LANGUAGES;
