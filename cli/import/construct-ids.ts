/** Ids that CDK or this library uses in a stack, or that CDK leaves out of logical ids. */
const RESERVED = ['Default', 'Resource', 'LightsailDistributionProvider', 'BootstrapVersion', 'CheckBootstrapVersion', 'CDKMetadata', 'Exports'];

/** The ids of constructs in one stack. */
export class ConstructIds {
  private readonly taken = new Set(RESERVED);

  /** Returns a unique id, derived from the name of a distribution. */
  of(name: string, suffix = ''): string {
    const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const wanted = `${words.map((word) => word[0].toUpperCase() + word.slice(1)).join('') || 'Distribution'}${suffix}`;
    let id = wanted;
    for (let count = 2; this.taken.has(id); count += 1) id = `${wanted}${count}`;
    this.taken.add(id);
    return id;
  }
}
