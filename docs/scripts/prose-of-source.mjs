// Extracts the prose of a source file: its comments, and its messages if users read them.
// The result is Markdown on the same lines as in the file, so that a problem is reported at its place.
import { forEachComment } from 'ts-api-utils';
import ts from 'typescript';

/** A text with at least this number of words is a sentence. A shorter one is a name or a part. */
const MESSAGE_WORDS = 6;

export function proseOfSource(file, source, { withMessages }) {
  const sourceFile = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const lines = source.split('\n').map(() => '');
  const put = (position, text) => {
    const first = sourceFile.getLineAndCharacterOfPosition(position).line;
    text.split('\n').forEach((line, index) => { lines[first + index] += line; });
  };

  forEachComment(sourceFile, (_text, { pos, end }) => put(pos, commentText(source.slice(pos, end))));
  const visit = (node) => {
    const text = messageOf(node);
    if (text !== undefined && text.split(' ').length >= MESSAGE_WORDS) put(node.getStart(sourceFile), isContinuation(node) ? text : `- ${text}`);
    else ts.forEachChild(node, visit);
  };
  if (withMessages) visit(sourceFile);
  return lines.join('\n');
}

/** A tag starts a new paragraph. Links and examples are treated as code. */
function commentText(comment) {
  return comment
    .replace(/^\/\*\*?|^\/\/|\*\/$/g, '')
    .replace(/^[ \t]*\*? ?/gm, '')
    .replace(/^@/gm, '- @')
    .replace(/\{@link [^}]*\}/g, '`code`');
}

const isContinuation = ({ parent }) => ts.isBinaryExpression(parent);

/** Each part of a message, up to a semicolon, is treated as a sentence. A value is treated as code. */
function messageOf(node) {
  const texts = ts.isStringLiteralLike(node) ? [node.text] : ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)] : undefined;
  return texts?.join('`code`').replaceAll('\n', ' ').replace(/(^|; )(\w)/g, (_part, before, first) => before + first.toUpperCase());
}
