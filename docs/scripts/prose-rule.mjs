// The style of this project, as a textlint rule: the terms of the glossary, plain contemporary words, short sentences.
const MAX_WORDS = 32;

/** Words to avoid, each with its replacement. */
const WORDS = [
  // Terms of the glossary in CONTRIBUTING.md.
  [/\b(wanted|target) (state|value)s?\b/i, 'desired state'],
  [/\bactual (state|value)s?\b/i, 'live'],
  [/\bconfiguration drift\b/i, 'drift'],
  [/\bfactory default\b/i, 'service default'],
  [/\brollout\b/i, 'deployment to the edge'],
  [/\b(orphaned|dangling) distribution\b/i, 'orphan'],
  [/\b(re-?apply|undo) (the )?drift\b/i, 'revert'],
  [/\btransient failures?\b/i, 'transient error'],
  // Filler words and old words.
  [/\b(upon|whilst|thereof|whereby|hereby|therein|herein|shall|in lieu of|aforementioned|henceforth|amongst|albeit|notwithstanding)\b/i, 'a plain word'],
  [/\b(simply|obviously|of course|just|easily|basically|very|quite|rather than merely)\b/i, 'nothing'],
  [/\b(leverage|utili[sz]e|facilitate|in order to|prior to|subsequent to|a number of|due to the fact that)\b/i, 'use, to, before, after, some, because'],
  [/\b(seamless|effortless|blazing|cutting-edge|world-class|robust|powerful)(ly)?\b/i, 'a fact'],
  [/\bas its users would\b|\bone's own\b|\bno one's\b|\bnothing but\b|\bcomes? to pass\b|\bwhat (it|this) comes to\b|\bsuch as show\b|\bluckier\b|\bby itself anew\b/i, 'plain technical English'],
  [/\b(please|kindly)\b/i, 'nothing'],
  [/\b(e\.g\.|i\.e\.|etc\.)/i, 'for example, that is'],
];

export default function prose(context) {
  const { Syntax, RuleError, report } = context;

  /** Returns the text of a node without links and emphasis. Each code span becomes one word. */
  function plain(node) {
    if (node.type === Syntax.Code || node.type === Syntax.Html) return 'code';
    return node.children ? node.children.map(plain).join('') : node.type === Syntax.Break ? ' ' : node.value ?? '';
  }

  function check(node) {
    const text = plain(node).replace(/\s+/g, ' ');
    for (const [pattern, use] of WORDS) {
      const found = pattern.exec(text);
      if (found) report(node, new RuleError(`"${found[0]}": use ${use}`));
    }
    for (const sentence of text.split(/(?<=[.!?:;])\s+(?=["(]?[A-Z0-9])/)) {
      const count = sentence.split(' ').filter(Boolean).length;
      if (count > MAX_WORDS) report(node, new RuleError(`a sentence of ${count} words, at most ${MAX_WORDS}: "${sentence.slice(0, 60)}…"`));
    }
  }

  return { [Syntax.Paragraph]: check, [Syntax.Header]: check, [Syntax.TableCell ?? 'TableCell']: check };
}
