/** The function, called once for each argument. */
export function once<A, T>(make: (argument: A) => Promise<T>): (argument: A) => Promise<T> {
  const made = new Map<A, Promise<T>>();
  return (argument) => {
    const result = made.get(argument) ?? make(argument);
    made.set(argument, result);
    return result;
  };
}
