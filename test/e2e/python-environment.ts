// Made once, before the workers, which would race for it.
export { ensurePython as default } from '../../local-aws/python';
