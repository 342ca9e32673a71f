interface Page<E> {
  readonly elements: readonly E[];
  readonly next: string | undefined;
}

/** More pages than any list has. */
const MAX_PAGES = 1_000;

/** Returns the elements of all pages of a list. */
export async function allPages<E>(read: (token: string | undefined) => Promise<Page<E>>): Promise<readonly E[]> {
  const all: E[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const { elements, next } = await read(token);
    all.push(...elements);
    if (!next) return all;
    token = next;
  }
  throw new Error(`the list does not end after ${MAX_PAGES} pages`);
}
