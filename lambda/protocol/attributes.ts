/** Attributes of a resource, as CloudFormation receives them. */
export type Attributes = Readonly<Record<string, string>>;
