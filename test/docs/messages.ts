import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.join(__dirname, '..', '..');

/** A message in the sources, with `…` for each value. */
export interface Message {
  readonly file: string;
  readonly text: string;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => path.join(folder, file));
}

/** The texts that an expression can evaluate to: literals, templates, their sums, and both branches of a condition. */
function textsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const rights = textsOf(node.right);
    return textsOf(node.left).flatMap((left) => rights.map((right) => left + right));
  }
  return ['…'];
}

const isSum = (node: ts.Node): boolean => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
const isText = (node: ts.Node): node is ts.Expression => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || isSum(node);

function collect(folder: string, messagesOf: (node: ts.Node) => readonly string[]): readonly Message[] {
  return filesOf(folder).flatMap((file) => {
    const found: Message[] = [];
    const visit = (node: ts.Node): void => {
      found.push(...messagesOf(node).map((text) => ({ file, text })));
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true));
    return found;
  });
}

/** The `what` of every finding, and the text of every error that is thrown. */
export function synthesisMessages(): readonly Message[] {
  return collect('src', (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'what') return textsOf(node.initializer);
    if (ts.isNewExpression(node) && node.expression.getText() === 'Error' && isText(node.arguments![0])) {
      return textsOf(node.arguments![0]).filter((text) => text.includes('; '));
    }
    return [];
  });
}

/** Every text of the handler that has two parts, as all messages of the handler do. */
export function deploymentMessages(): readonly Message[] {
  return collect('lambda', (node) => {
    const isWhole = isText(node) && !ts.isImportDeclaration(node.parent) && !isSum(node.parent);
    return isWhole ? textsOf(node).filter((text) => /; \S/.test(text) || /^cannot read|^an unreadable|^(.* )?(was|were) (denied|refused)|^no such|, and deploy again, /.test(text)) : [];
  });
}

/** Every text of the monitor that is a sentence. */
export function monitorMessages(): readonly Message[] {
  return collect('monitor', (node) => {
    const isWhole = isText(node) && !ts.isImportDeclaration(node.parent) && !isSum(node.parent);
    return isWhole ? textsOf(node).filter((text) => /(\S+ ){3}\S/.test(text)) : [];
  });
}

/** The headings of the page, which are messages. */
export function entries(): readonly string[] {
  return [...readFileSync(path.join(root, 'docs', 'troubleshooting.md'), 'utf8').matchAll(/^### `(.*)`$/gm)].map(([, entry]) => entry);
}

/** Whether an entry is about a message: the message begins with the first part of the entry, and contains the other parts in order. */
export function isAbout(entry: string, text: string): boolean {
  const [first, ...others] = entry.split('…').map((part) => part.trim());
  let from = text.startsWith(first) ? first.length : -1;
  for (const part of others) {
    if (from < 0) return false;
    const at = text.indexOf(part, from);
    from = at < 0 ? -1 : at + part.length;
  }
  return from >= 0;
}
