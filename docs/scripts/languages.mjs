// The names of types and members in every language, by the rules of jsii.
export const LANGUAGES = ['TypeScript', 'Python', 'Java', 'C#', 'Go'];

/** A letter after a digit begins a word. */
const pascal = (name) => (name[0].toUpperCase() + name.slice(1)).replace(/\d[a-z]/g, (pair) => pair.toUpperCase());
const snake = (name) => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').toLowerCase();

/** Returns the name and the import for each language. */
export function typeNames({ targets }, { name }) {
  return [
    ['TypeScript', name, targets.js.npm],
    ['Python', name, targets.python.module],
    ['Java', name, `${targets.java.package}.${name}`],
    ['C#', name, targets.dotnet.namespace],
    ['Go', name, `${targets.go.moduleName}/${targets.go.packageName}`],
  ];
}

/** Returns the names of a member, which depend on its kind. */
export function memberNames({ name: type, kind, initializer }, { name }, role) {
  const hasBuilder = /Props|Options/.test(initializer?.parameters?.at(-1)?.type.fqn);
  switch (role) {
    case 'constructor': return [`new ${type}(…)`, `${type}(…)`, hasBuilder ? `${type}.Builder.create(…)` : `new ${type}(…)`, `new ${type}(…)`, `New${type}(…)`];
    case 'value': return [`${type}.${name}`, `${type}.${name}`, `${type}.${name}`, `${type}.${name}`, kind === 'enum' ? `${type}_${name}` : `${type}_${name}()`];
    case 'option': return [name, snake(name), name, pascal(name), pascal(name)];
    case 'property': return [name, snake(name), `get${pascal(name)}()`, pascal(name), `${pascal(name)}()`];
    case 'static': return [`${type}.${name}(…)`, `${type}.${snake(name)}(…)`, `${type}.${name}(…)`, `${type}.${pascal(name)}(…)`, `${type}_${pascal(name)}(…)`];
    default: return [`${name}(…)`, `${snake(name)}(…)`, `${name}(…)`, `${pascal(name)}(…)`, `${pascal(name)}(…)`];
  }
}

/** Returns a type in the notation of TypeScript. */
export function typeText({ primitive, fqn, collection, union }) {
  if (primitive) return { date: 'Date', json: 'object' }[primitive] ?? primitive;
  if (fqn) return fqn.split('.').at(-1);
  if (union) return union.types.map(typeText).join(' | ');
  const element = typeText(collection.elementtype);
  return collection.kind === 'map' ? `{ [key: string]: ${element} }` : `${element.includes(' ') ? `(${element})` : element}[]`;
}
